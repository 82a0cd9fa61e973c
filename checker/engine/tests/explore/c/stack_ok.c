// expect: passed
// output: 1 left\n
// about: stack: asking and popping in one critical section
#include "go.h"
static Lock m = LOCK_INIT;
static int top = 0, data[4], popped = 0;
THREAD(popper) {
    lock(&m);
    if (top > 0) popped += data[--top];
    unlock(&m);
    return argument;
}
THREAD(pusher) {
    lock(&m);
    data[top++] = NUMBER;
    unlock(&m);
    return argument;
}
int main(void) {
    data[top++] = 7;
    data[top++] = 7;
    pthread_t a = go(popper, 0), b = go(popper, 1), c = go(pusher, 7);
    end(a);
    end(b);
    end(c);
    assert(popped == 14);
    printf("%d left\n", top);
    return 0;
}
