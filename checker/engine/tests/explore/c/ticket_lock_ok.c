// expect: passed
// output: 2\n
// about: ticket lock
#include "go.h"
static atomic_int next, serving;
static int counter = 0;
THREAD(body) {
    int mine = atomic_fetch_add(&next, 1);
    while (serving != mine) sched_yield();
    counter++;
    serving = mine + 1;
    return argument;
}
int main(void) {
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    printf("%d\n", counter);
    return 0;
}
