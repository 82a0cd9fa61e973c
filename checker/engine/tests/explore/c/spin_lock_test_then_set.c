// expect: abort
// about: test, and then set
#include "go.h"
static atomic_int taken, inside;
THREAD(body) {
    while (taken) sched_yield();
    taken = 1;
    assert(++inside == 1);
    --inside;
    taken = 0;
    return argument;
}
int main(void) {
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    return 0;
}
