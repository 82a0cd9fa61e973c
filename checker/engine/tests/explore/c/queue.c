// expect: abort
// about: queue with flags: the consumer looks at one flag, and takes in the next critical section
#include "go.h"
static Lock m = LOCK_INIT;
static int queue[4], head = 0, tail = 0;
THREAD(producer) {
    lock(&m);
    tail++;
    unlock(&m);
    lock(&m);
    queue[tail - 1] = 5;
    unlock(&m);
    return argument;
}
THREAD(consumer) {
    lock(&m);
    int there = head < tail;
    unlock(&m);
    if (!there) return argument;
    lock(&m);
    int value = queue[head++];
    unlock(&m);
    assert(value == 5);
    return argument;
}
int main(void) {
    pthread_t a = go(producer, 0), b = go(consumer, 0);
    end(a);
    end(b);
    return 0;
}
