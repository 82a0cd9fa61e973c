// expect: passed
// output: 3\n
// about: a latch made of a mutex and a condition
#include "go.h"
static Lock m = LOCK_INIT;
static Condition open = CONDITION_INIT;
static int missing = 2, sum;
THREAD(worker) {
    lock(&m);
    sum += NUMBER;
    if (--missing == 0) pthread_cond_broadcast(&open);
    unlock(&m);
    return argument;
}
int main(void) {
    pthread_t a = go(worker, 1), b = go(worker, 2);
    lock(&m);
    while (missing > 0) pthread_cond_wait(&open, &m);
    printf("%d\n", sum);
    unlock(&m);
    end(a);
    end(b);
    return 0;
}
