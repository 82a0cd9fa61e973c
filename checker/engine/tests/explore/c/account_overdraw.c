// expect: abort
// about: enough money is checked for in one critical section and taken in the next
#include "go.h"
static Lock m = LOCK_INIT;
static int balance = 100;
THREAD(withdraw) {
    lock(&m);
    int enough = balance >= 80;
    unlock(&m);
    if (enough) {
        lock(&m);
        balance -= 80;
        unlock(&m);
    }
    return argument;
}
int main(void) {
    pthread_t a = go(withdraw, 0), b = go(withdraw, 1);
    end(a);
    end(b);
    assert(balance >= 0);
    return 0;
}
