// expect: passed
// output: done\n
// about: opposite orders, but behind a gate lock that lets only one thread in
#include "go.h"
static Lock gate = LOCK_INIT, a = LOCK_INIT, b = LOCK_INIT;
THREAD(one) {
    lock(&gate);
    lock(&a);
    lock(&b);
    unlock(&b);
    unlock(&a);
    unlock(&gate);
    return argument;
}
THREAD(two) {
    lock(&gate);
    lock(&b);
    lock(&a);
    unlock(&a);
    unlock(&b);
    unlock(&gate);
    return argument;
}
int main(void) {
    pthread_t t1 = go(one, 0), t2 = go(two, 0);
    end(t1);
    end(t2);
    puts("done");
    return 0;
}
