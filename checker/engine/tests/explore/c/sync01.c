// expect: deadlock|lost-wakeup
// about: both wait for the other one to begin, but what was announced is not remembered
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
    pthread_cond_wait(&full, &m);
    items = 0;
    unlock(&m);
    return argument;
}
int main(void) {
    pthread_t a = go(producer, 0), b = go(consumer, 0);
    end(a);
    end(b);
    return 0;
}
