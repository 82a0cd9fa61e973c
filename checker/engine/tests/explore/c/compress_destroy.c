// expect: misuse|data-race|deadlock
// about: as in a parallel compressor: main destroys the queue's lock while a consumer may still want it
#include "go.h"
static Lock m;
static atomic_int finished;
THREAD(consumer) {
    while (!finished) {
        lock(&m);
        finished = 1;
        unlock(&m);
    }
    return argument;
}
int main(void) {
    pthread_mutex_init(&m, 0);
    pthread_t t = go(consumer, 0);
    while (!finished) sched_yield();
    pthread_mutex_destroy(&m);
    end(t);
    return 0;
}
