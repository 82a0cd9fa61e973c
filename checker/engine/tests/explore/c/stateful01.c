// expect: abort
// about: two values under two locks; the sums depend on who was first
#include "go.h"
static Lock ma = LOCK_INIT, mb = LOCK_INIT;
static int data1 = 10, data2 = 10;
THREAD(one) {
    lock(&ma);
    data1++;
    unlock(&ma);
    lock(&mb);
    data2++;
    unlock(&mb);
    return argument;
}
THREAD(two) {
    lock(&ma);
    data1 += 5;
    unlock(&ma);
    lock(&mb);
    data2 -= data2 == 11 ? 6 : 5;
    unlock(&mb);
    return argument;
}
int main(void) {
    pthread_t a = go(one, 0), b = go(two, 0);
    end(a);
    end(b);
    assert(data1 == 16 && data2 == 5);
    return 0;
}
