// expect: abort
// about: both look at the other's flag before they set their own
#include "go.h"
static atomic_int wants[2], inside;
THREAD(body) {
    while (wants[1 - NUMBER]) sched_yield();
    wants[NUMBER] = 1;
    assert(++inside == 1);
    --inside;
    wants[NUMBER] = 0;
    return argument;
}
int main(void) {
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    return 0;
}
