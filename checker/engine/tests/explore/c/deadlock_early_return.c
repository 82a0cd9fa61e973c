// expect: deadlock
// about: on one path the lock is not given back
#include "go.h"
static Lock m = LOCK_INIT;
static int left = 1;
THREAD(take) {
    lock(&m);
    if (left == 0) return argument;
    left--;
    unlock(&m);
    return argument;
}
int main(void) {
    pthread_t a = go(take, 0), b = go(take, 0), c = go(take, 0);
    end(a);
    end(b);
    end(c);
    return 0;
}
