// expect: deadlock
// about: three locks, three threads, each takes its own and the next one's
#include "go.h"
static Lock m[3] = {LOCK_INIT, LOCK_INIT, LOCK_INIT};
THREAD(body) {
    lock(&m[NUMBER]);
    lock(&m[(NUMBER + 1) % 3]);
    unlock(&m[(NUMBER + 1) % 3]);
    unlock(&m[NUMBER]);
    return argument;
}
int main(void) {
    pthread_t t[3];
    for (int i = 0; i < 3; i++) t[i] = go(body, i);
    for (int i = 0; i < 3; i++) end(t[i]);
    return 0;
}
