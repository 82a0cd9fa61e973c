// expect: livelock|deadlock
// about: nobody ever sets the flag
#include "go.h"
static atomic_int ready;
THREAD(body) {
    while (!ready) sched_yield();
    return argument;
}
int main(void) {
    end(go(body, 0));
    return 0;
}
