// expect: passed
// output: 0\n
// about: as sync01, but what is waited for is looked at
#include "go.h"
static Lock m = LOCK_INIT;
static Condition full = CONDITION_INIT;
static int items = 0;
THREAD(producer) {
    lock(&m);
    items = 1;
    pthread_cond_signal(&full);
    unlock(&m);
    return argument;
}
THREAD(consumer) {
    lock(&m);
    while (items == 0) pthread_cond_wait(&full, &m);
    items = 0;
    unlock(&m);
    return argument;
}
int main(void) {
    pthread_t a = go(producer, 0), b = go(consumer, 0);
    end(a);
    end(b);
    printf("%d\n", items);
    return 0;
}
