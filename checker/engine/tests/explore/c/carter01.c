// expect: deadlock
// about: the first and the last one inside take and give back a second lock, in an order that does not fit
#include "go.h"
static Lock m = LOCK_INIT, l = LOCK_INIT;
static int a = 0, b = 0;
THREAD(kind_a) {
    lock(&m);
    a++;
    if (a == 1) lock(&l);
    unlock(&m);
    lock(&m);
    a--;
    if (a == 0) unlock(&l);
    unlock(&m);
    return argument;
}
THREAD(kind_b) {
    lock(&m);
    b++;
    if (b == 1) lock(&l);
    unlock(&m);
    lock(&m);
    b--;
    if (b == 0) unlock(&l);
    unlock(&m);
    return argument;
}
int main(void) {
    pthread_t t1 = go(kind_a, 0), t2 = go(kind_b, 0);
    end(t1);
    end(t2);
    return 0;
}
