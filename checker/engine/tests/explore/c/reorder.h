// reorder.h: SETTERS threads write a, then b; one looks at both in between. Only the orders in which it sees the first
// write and not the second one fail.
#include "go.h"
static atomic_int a, b;
THREAD(setter) {
    atomic_store(&a, 1);
    atomic_store(&b, -1);
    return argument;
}
THREAD(checker) {
    int x = atomic_load(&a), y = atomic_load(&b);
    assert((x == 0 && y == 0) || (x == 1 && y == -1));
    return argument;
}
int main(void) {
    pthread_t t[SETTERS + CHECKERS];
    for (int i = 0; i < SETTERS; i++) t[i] = go(setter, i);
    for (int i = 0; i < CHECKERS; i++) t[SETTERS + i] = go(checker, i);
    for (int i = 0; i < SETTERS + CHECKERS; i++) end(t[i]);
    return 0;
}
