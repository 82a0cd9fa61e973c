// expect: abort|deadlock|livelock
// about: the ticket is read and increased in two steps: two threads draw the same
#include "go.h"
static atomic_int next, serving, inside;
THREAD(body) {
    int mine = next;
    next = mine + 1;
    while (serving != mine) sched_yield();
    assert(++inside == 1);
    --inside;
    serving++;
    return argument;
}
int main(void) {
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    return 0;
}
