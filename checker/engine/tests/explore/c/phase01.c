// expect: misuse|deadlock
// about: two phases hand over a lock that one thread takes and the other one gives back
#include "go.h"
static Lock x = LOCK_INIT, y = LOCK_INIT;
static int locked_by_one;
THREAD(one) {
    lock(&x);
    lock(&y);
    locked_by_one++;
    unlock(&x);
    return argument;
}
THREAD(two) {
    lock(&x);
    unlock(&y);
    unlock(&x);
    return argument;
}
int main(void) {
    pthread_t a = go(one, 0), b = go(two, 0);
    end(a);
    end(b);
    return 0;
}
