// expect: lost-wakeup|deadlock
// about: the flag is atomic and set without the lock: the signal can fall between look and wait
#include "go.h"
static Lock m = LOCK_INIT;
static Condition c = CONDITION_INIT;
static atomic_int ready;
THREAD(waiter) {
    lock(&m);
    while (!ready) pthread_cond_wait(&c, &m);
    unlock(&m);
    return argument;
}
int main(void) {
    pthread_t t = go(waiter, 0);
    ready = 1;
    pthread_cond_signal(&c);
    end(t);
    return 0;
}
