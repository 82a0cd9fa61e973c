// expect: abort
// about: bank account: the balance is read under the lock, and written under it later
#include "go.h"
static Lock m = LOCK_INIT;
static int balance = 100;
static int get(void) {
    lock(&m);
    int now = balance;
    unlock(&m);
    return now;
}
static void set(int to) {
    lock(&m);
    balance = to;
    unlock(&m);
}
THREAD(deposit) {
    set(get() + 10);
    return argument;
}
THREAD(withdraw) {
    set(get() - 10);
    return argument;
}
int main(void) {
    pthread_t a = go(deposit, 0), b = go(withdraw, 0);
    end(a);
    end(b);
    assert(get() == 100);
    return 0;
}
