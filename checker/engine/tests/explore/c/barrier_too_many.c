// expect: deadlock
// about: the barrier waits for three, and two come
#include "go.h"
static pthread_barrier_t barrier;
THREAD(body) {
    pthread_barrier_wait(&barrier);
    return argument;
}
int main(void) {
    pthread_barrier_init(&barrier, 0, 3);
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    return 0;
}
