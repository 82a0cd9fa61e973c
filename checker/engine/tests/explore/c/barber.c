// expect: lost-wakeup|deadlock
// about: the sleeping barber looks for customers outside of the lock, and sleeps
#include "go.h"
static Lock m = LOCK_INIT;
static Condition come = CONDITION_INIT;
static atomic_int waiting;
THREAD(barber) {
    if (waiting == 0) {
        lock(&m);
        pthread_cond_wait(&come, &m);
        unlock(&m);
    }
    waiting--;
    return argument;
}
int main(void) {
    pthread_t t = go(barber, 0);
    waiting++;
    lock(&m);
    pthread_cond_signal(&come);
    unlock(&m);
    end(t);
    return 0;
}
