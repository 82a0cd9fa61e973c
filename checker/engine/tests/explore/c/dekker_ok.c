// expect: passed
// output: 2\n
// about: Dekker's lock
#include "go.h"
static atomic_int wants[2], turn;
static int counter = 0;
THREAD(body) {
    int me = NUMBER, other = 1 - me;
    wants[me] = 1;
    while (wants[other]) {
        if (turn != me) {
            wants[me] = 0;
            while (turn != me) sched_yield();
            wants[me] = 1;
        } else {
            sched_yield();
        }
    }
    counter++;
    turn = other;
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
