// expect: data-race
// about: one counter, two locks
#include "go.h"
static Lock m[2] = {LOCK_INIT, LOCK_INIT};
static int data = 0;
THREAD(body) {
    lock(&m[NUMBER]);
    data++;
    unlock(&m[NUMBER]);
    return argument;
}
int main(void) {
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    return 0;
}
