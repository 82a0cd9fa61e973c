// twostage.h: one value is set under one lock, and another one from it under a second lock; readers look in between.
#include "go.h"
static Lock m1 = LOCK_INIT, m2 = LOCK_INIT;
static int data1 = 0, data2 = 0;
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
    int t1 = -1, t2 = -1;
    lock(&m1);
    if (data1 == 0) {
        unlock(&m1);
        return argument;
    }
    t1 = data1;
    unlock(&m1);
    lock(&m2);
    t2 = data2;
    unlock(&m2);
    assert(t2 == t1 + 1);
    return argument;
}
int main(void) {
    pthread_t t[WRITERS + READERS];
    for (int i = 0; i < WRITERS; i++) t[i] = go(writer, i);
    for (int i = 0; i < READERS; i++) t[WRITERS + i] = go(reader, i);
    for (int i = 0; i < WRITERS + READERS; i++) end(t[i]);
    return 0;
}
