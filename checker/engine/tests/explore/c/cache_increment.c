// expect: abort
// about: as in a cache server: get and set are each atomic, and an increment is made of both
#include "go.h"
static Lock m = LOCK_INIT;
static int stored = 0;
THREAD(increment) {
    for (int i = 0; i < 2; i++) {
        lock(&m);
        int now = stored;
        unlock(&m);
        lock(&m);
        stored = now + 1;
        unlock(&m);
    }
    return argument;
}
int main(void) {
    pthread_t a = go(increment, 0), b = go(increment, 1);
    end(a);
    end(b);
    assert(stored == 4);
    return 0;
}
