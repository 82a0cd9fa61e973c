// expect: abort
// about: sequence lock: the reader looks whether somebody writes, but not whether somebody has written
#include "go.h"
static atomic_int sequence, x, y;
THREAD(writer) {
    sequence++;
    x = 1;
    y = 1;
    sequence++;
    return argument;
}
THREAD(reader) {
    while (sequence % 2 != 0) sched_yield();
    int a = x, b = y;
    assert(a == b);
    return argument;
}
int main(void) {
    pthread_t a = go(writer, 0), b = go(reader, 0);
    end(a);
    end(b);
    return 0;
}
