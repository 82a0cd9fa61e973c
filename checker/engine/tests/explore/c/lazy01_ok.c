// expect: passed
// output: 3\n
// about: three threads change one value under a lock; only main looks, when all have ended
#include "go.h"
static Lock m = LOCK_INIT;
static int data = 0;
THREAD(add) {
    lock(&m);
    data += NUMBER;
    unlock(&m);
    return argument;
}
int main(void) {
    pthread_t a = go(add, 1), b = go(add, 2);
    end(a);
    end(b);
    printf("%d\n", data);
    return 0;
}
