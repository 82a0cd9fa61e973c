// expect: data-race|abort
// about: a detached thread uses a local variable of a function that has returned
#include "go.h"
static atomic_int done;
static void *body(void *argument) {
    *(volatile int *)argument = 5;
    done = 1;
    return 0;
}
static void start(void) {
    int local[64];
    pthread_t t;
    pthread_create(&t, 0, body, &local[32]);
    pthread_detach(t);
}
static int other(void) {
    volatile int cells[64];
    for (int i = 0; i < 64; i++) cells[i] = 1;
    int sum = 0;
    for (int i = 0; i < 64; i++) sum += cells[i];
    return sum;
}
int main(void) {
    start();
    assert(other() == 64);
    while (!done) sched_yield();
    return 0;
}
