// expect: deadlock|lost-wakeup
// about: a barrier without generations, used twice: the count is set back while others still look at it
#include "go.h"
static Lock m = LOCK_INIT;
static Condition all = CONDITION_INIT;
static int arrived = 0;
static void wait_for_all(void) {
    lock(&m);
    if (++arrived == 2) {
        arrived = 0;
        pthread_cond_broadcast(&all);
    } else {
        while (arrived != 0) pthread_cond_wait(&all, &m);
    }
    unlock(&m);
}
THREAD(body) {
    wait_for_all();
    wait_for_all();
    return argument;
}
int main(void) {
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    return 0;
}
