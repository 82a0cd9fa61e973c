// expect: deadlock
// about: main joins while it holds the lock that the thread needs
#include "go.h"
static Lock m = LOCK_INIT;
THREAD(body) {
    lock(&m);
    unlock(&m);
    return argument;
}
int main(void) {
    lock(&m);
    pthread_t t = go(body, 0);
    end(t);
    unlock(&m);
    return 0;
}
