// expect: passed
// output: 100\n
// about: bank account: the whole change is under the lock
#include "go.h"
static Lock m = LOCK_INIT;
static int balance = 100;
THREAD(change) {
    lock(&m);
    balance += NUMBER;
    unlock(&m);
    return argument;
}
int main(void) {
    pthread_t a = go(change, 10), b = go(change, -10);
    end(a);
    end(b);
    printf("%d\n", balance);
    return 0;
}
