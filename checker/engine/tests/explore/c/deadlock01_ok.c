// expect: passed
// output: 1\n
// about: two locks, taken in the same order
#include "go.h"
static Lock a = LOCK_INIT, b = LOCK_INIT;
static int counter = 1;
THREAD(change) {
    lock(&a);
    lock(&b);
    counter += NUMBER;
    unlock(&b);
    unlock(&a);
    return argument;
}
int main(void) {
    pthread_t t1 = go(change, 1), t2 = go(change, -1);
    end(t1);
    end(t2);
    printf("%d\n", counter);
    return 0;
}
