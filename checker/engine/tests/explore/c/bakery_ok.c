// expect: passed
// output: 2\n
// budget: 3000
// about: Lamport's bakery
#include "go.h"
static atomic_int choosing[2], number[2];
static int counter = 0;
THREAD(body) {
    int me = NUMBER, other = 1 - me;
    choosing[me] = 1;
    int mine = number[other] + 1;
    number[me] = mine;
    choosing[me] = 0;
    while (choosing[other]) sched_yield();
    for (;;) {
        int theirs = number[other];
        if (theirs == 0 || theirs > mine || (theirs == mine && other > me)) break;
        sched_yield();
    }
    counter++;
    number[me] = 0;
    return argument;
}
int main(void) {
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    printf("%d\n", counter);
    return 0;
}
