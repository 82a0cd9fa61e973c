// expect: passed
// output: 2\n
// about: Peterson's lock
#include "go.h"
static atomic_int wants[2], turn;
static int inside = 0, counter = 0;
THREAD(body) {
    int me = NUMBER, other = 1 - me;
    wants[me] = 1;
    turn = other;
    while (wants[other] && turn == other) sched_yield();
    assert(++inside == 1);
    counter++;
    --inside;
    wants[me] = 0;
    return argument;
}
int main(void) {
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    printf("%d\n", counter);
    return 0;
}
