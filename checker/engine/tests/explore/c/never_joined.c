// expect: leak
// about: one of the threads is never joined
#include "go.h"
static atomic_int n;
THREAD(body) {
    n++;
    return argument;
}
int main(void) {
    go(body, 0);
    end(go(body, 1));
    while (n != 2) sched_yield();
    return 0;
}
