// expect: deadlock|lost-wakeup
// about: a sum that is computed by two threads; one of them ends, and the other one still waits for a number
#include "go.h"
static Lock m = LOCK_INIT;
static Condition empty = CONDITION_INIT, full = CONDITION_INIT;
static int num = 0, total = 0;
THREAD(producer) {
    for (int i = 0; i < 2; i++) {
        lock(&m);
        while (num > 0) pthread_cond_wait(&empty, &m);
        num++;
        unlock(&m);
        pthread_cond_signal(&full);
    }
    return argument;
}
THREAD(consumer) {
    for (int i = 0; i < 3; i++) {
        lock(&m);
        while (num == 0) pthread_cond_wait(&full, &m);
        total += num--;
        unlock(&m);
        pthread_cond_signal(&empty);
    }
    return argument;
}
int main(void) {
    pthread_t a = go(producer, 0), b = go(consumer, 0);
    end(a);
    end(b);
    return 0;
}
