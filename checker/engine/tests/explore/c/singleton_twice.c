// expect: abort
// about: lazy initialisation without a second look under the lock
#include "go.h"
static Lock m = LOCK_INIT;
static atomic_int initialised, times;
THREAD(user) {
    if (!initialised) {
        lock(&m);
        times++;
        initialised = 1;
        unlock(&m);
    }
    return argument;
}
int main(void) {
    pthread_t a = go(user, 0), b = go(user, 1);
    end(a);
    end(b);
    assert(times == 1);
    return 0;
}
