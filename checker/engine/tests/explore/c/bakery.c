// expect: abort
// about: Lamport's bakery without the flag that says that a number is being chosen
#include "go.h"
static atomic_int number[2], inside;
THREAD(body) {
    int me = NUMBER, other = 1 - me;
    int mine = number[other] + 1;
    number[me] = mine;
    while (number[other] != 0 && (number[other] < mine || (number[other] == mine && other < me))) sched_yield();
    assert(++inside == 1);
    --inside;
    number[me] = 0;
    return argument;
}
int main(void) {
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    return 0;
}
