// expect: data-race
// about: bank account: two deposits without a lock
#include "go.h"
static int balance = 100;
THREAD(deposit) {
    balance += 10;
    return argument;
}
int main(void) {
    pthread_t a = go(deposit, 0), b = go(deposit, 1);
    end(a);
    end(b);
    assert(balance == 120);
    return 0;
}
