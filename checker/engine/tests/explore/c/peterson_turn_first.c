// expect: abort|data-race
// about: Peterson's lock, but the turn is given before the wish is said
#include "go.h"
static atomic_int wants[2], turn, inside;
THREAD(body) {
    int me = NUMBER, other = 1 - me;
    turn = other;
    wants[me] = 1;
    while (wants[other] && turn == other) sched_yield();
    assert(++inside == 1);
    --inside;
    wants[me] = 0;
    return argument;
}
int main(void) {
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    return 0;
}
