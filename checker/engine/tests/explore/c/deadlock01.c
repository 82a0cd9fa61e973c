// expect: deadlock
// about: two locks, taken in opposite orders
#include "go.h"
static Lock a = LOCK_INIT, b = LOCK_INIT;
static int counter = 1;
THREAD(one) {
    lock(&a);
    lock(&b);
    counter++;
    unlock(&b);
    unlock(&a);
    return argument;
}
THREAD(two) {
    lock(&b);
    lock(&a);
    counter--;
    unlock(&a);
    unlock(&b);
    return argument;
}
int main(void) {
    pthread_t t1 = go(one, 0), t2 = go(two, 0);
    end(t1);
    end(t2);
    return 0;
}
