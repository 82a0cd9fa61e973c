// expect: livelock
// about: two threads step aside for each other, for ever
#include "go.h"
static atomic_int wants[2];
THREAD(body) {
    for (;;) {
        wants[NUMBER] = 1;
        if (!wants[1 - NUMBER]) break;
        wants[NUMBER] = 0;
        while (wants[1 - NUMBER] == 2) sched_yield();
        sched_yield();
    }
    for (;;) sched_yield();
    return argument;
}
int main(void) {
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    return 0;
}
