// expect: abort
// about: a sleep in place of a wait
#include "go.h"
static atomic_int ready;
THREAD(worker) {
    usleep(10);
    ready = 1;
    return argument;
}
int main(void) {
    pthread_t t = go(worker, 0);
    usleep(100000);
    assert(ready == 1);
    end(t);
    return 0;
}
