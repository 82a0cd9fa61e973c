// expect: deadlock|lost-wakeup
// about: producers and consumers wait on one condition, and one of the wrong kind is woken
#include "go.h"
static Lock m = LOCK_INIT;
static Condition changed = CONDITION_INIT;
static int used = 0;
THREAD(put) {
    for (int i = 0; i < NUMBER; i++) {
        lock(&m);
        while (used == 1) pthread_cond_wait(&changed, &m);
        used++;
        pthread_cond_signal(&changed);
        unlock(&m);
    }
    return argument;
}
THREAD(take) {
    for (int i = 0; i < NUMBER; i++) {
        lock(&m);
        while (used == 0) pthread_cond_wait(&changed, &m);
        used--;
        pthread_cond_signal(&changed);
        unlock(&m);
    }
    return argument;
}
int main(void) {
    pthread_t t[4] = {go(put, 2), go(take, 1), go(take, 1), go(put, 0)};
    for (int i = 0; i < 4; i++) end(t[i]);
    return 0;
}
