// expect: abort
// about: two consumers wait with if in place of while
#include "go.h"
static Lock m = LOCK_INIT;
static Condition filled = CONDITION_INIT;
static int items = 0;
THREAD(consumer) {
    lock(&m);
    if (items == 0) pthread_cond_wait(&filled, &m);
    assert(items > 0);
    items--;
    unlock(&m);
    return argument;
}
THREAD(producer) {
    for (int i = 0; i < 2; i++) {
        lock(&m);
        items++;
        pthread_cond_broadcast(&filled);
        unlock(&m);
    }
    return argument;
}
int main(void) {
    pthread_t a = go(consumer, 0), b = go(consumer, 1), c = go(producer, 0);
    end(a);
    end(b);
    end(c);
    return 0;
}
