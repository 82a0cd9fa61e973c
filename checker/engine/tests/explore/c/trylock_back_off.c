// expect: passed
// output: 2\n
// about: the second lock is only tried; who does not get it gives the first one back and starts again
#include "go.h"
static Lock m[2] = {LOCK_INIT, LOCK_INIT};
static int both = 0;
THREAD(body) {
    Lock *first = &m[NUMBER], *second = &m[1 - NUMBER];
    for (;;) {
        lock(first);
        if (pthread_mutex_trylock(second) == 0) break;
        unlock(first);
        sched_yield();
    }
    both++;
    unlock(second);
    unlock(first);
    return argument;
}
int main(void) {
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    printf("%d\n", both);
    return 0;
}
