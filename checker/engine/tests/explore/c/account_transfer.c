// expect: abort
// about: a third thread sees the money neither in the one account nor in the other
#include "go.h"
static Lock m[2] = {LOCK_INIT, LOCK_INIT};
static int balance[2] = {50, 50};
THREAD(transfer) {
    lock(&m[0]);
    balance[0] -= 20;
    unlock(&m[0]);
    lock(&m[1]);
    balance[1] += 20;
    unlock(&m[1]);
    return argument;
}
THREAD(audit) {
    lock(&m[0]);
    lock(&m[1]);
    assert(balance[0] + balance[1] == 100);
    unlock(&m[1]);
    unlock(&m[0]);
    return argument;
}
int main(void) {
    pthread_t a = go(transfer, 0), b = go(audit, 0);
    end(a);
    end(b);
    return 0;
}
