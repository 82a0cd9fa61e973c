// expect: deadlock
// about: a function that locks calls another one that locks
#include "go.h"
static Lock m = LOCK_INIT;
static int n = 0;
static int size(void) {
    lock(&m);
    int now = n;
    unlock(&m);
    return now;
}
THREAD(add) {
    lock(&m);
    if (size() < 3) n++;
    unlock(&m);
    return argument;
}
int main(void) {
    end(go(add, 0));
    return 0;
}
