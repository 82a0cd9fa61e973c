// expect: abort
// about: three threads change one value under a lock; the last one is not the last one always
#include "go.h"
static Lock m = LOCK_INIT;
static int data = 0;
THREAD(first) {
    lock(&m);
    data++;
    unlock(&m);
    return argument;
}
THREAD(second) {
    lock(&m);
    data += 2;
    unlock(&m);
    return argument;
}
THREAD(third) {
    lock(&m);
    assert(data < 3);
    unlock(&m);
    return argument;
}
int main(void) {
    pthread_t a = go(first, 0), b = go(second, 0), c = go(third, 0);
    end(a);
    end(b);
    end(c);
    return 0;
}
