// twostage_atomic.h: as twostage.h, but the value that is read outside of its lock is atomic.
#include "go.h"
static Lock m1 = LOCK_INIT, m2 = LOCK_INIT;
static atomic_int data1, data2;
THREAD(writer) {
    lock(&m1);
    data1 = 1;
    unlock(&m1);
    lock(&m2);
    data2 = data1 + 1;
    unlock(&m2);
    return argument;
}
THREAD(reader) {
    lock(&m1);
    int t1 = data1;
    unlock(&m1);
    if (t1 == 0) return argument;
    lock(&m2);
    int t2 = data2;
    unlock(&m2);
    assert(t2 == t1 + 1);
    return argument;
}
int main(void) {
    pthread_t t[N];
    for (int i = 0; i < N - 1; i++) t[i] = go(writer, i);
    t[N - 1] = go(reader, 0);
    for (int i = 0; i < N; i++) end(t[i]);
    return 0;
}
