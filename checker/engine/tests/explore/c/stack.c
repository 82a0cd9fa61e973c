// expect: abort
// about: stack: whether it is empty is asked in another critical section than the pop
#include "go.h"
static Lock m = LOCK_INIT;
static int top = 0, data[4];
static int is_empty(void) {
    lock(&m);
    int empty = top == 0;
    unlock(&m);
    return empty;
}
static int pop(void) {
    lock(&m);
    assert(top > 0);
    int value = data[--top];
    unlock(&m);
    return value;
}
THREAD(popper) {
    if (!is_empty()) pop();
    return argument;
}
int main(void) {
    data[top++] = 7;
    pthread_t a = go(popper, 0), b = go(popper, 1);
    end(a);
    end(b);
    return 0;
}
