// expect: deadlock|lost-wakeup
// about: the producer signals only when the buffer was empty; two consumers wait
#include "go.h"
static Lock m = LOCK_INIT;
static Condition full = CONDITION_INIT;
static int items = 0;
THREAD(producer) {
    for (int i = 0; i < 2; i++) {
        lock(&m);
        if (items++ == 0) pthread_cond_signal(&full);
        unlock(&m);
    }
    return argument;
}
THREAD(consumer) {
    lock(&m);
    while (items == 0) pthread_cond_wait(&full, &m);
    items--;
    unlock(&m);
    return argument;
}
int main(void) {
    pthread_t a = go(consumer, 0), b = go(consumer, 1), c = go(producer, 0);
    end(a);
    end(b);
    end(c);
    return 0;
}
