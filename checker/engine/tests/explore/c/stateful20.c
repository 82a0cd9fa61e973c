// expect: passed
// output: 16 5\n
// about: as stateful01, with sums that do not depend on the order
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
    data2 -= 6;
    unlock(&mb);
    return argument;
}
int main(void) {
    pthread_t a = go(one, 0), b = go(two, 0);
    end(a);
    end(b);
    printf("%d %d\n", data1, data2);
    return 0;
}
