// expect: abort
// about: lock-free stack of array cells: the head is the same again, but what follows it is not (ABA)
#include "go.h"
static atomic_int head = 0, next[3] = {1, 2, -1}, owned[3];
static int pop(void) {
    int h = head;
    while (h != -1) {
        int n = next[h];
        if (atomic_compare_exchange_strong(&head, &h, n)) {
            assert(++owned[h] == 1);
            return h;
        }
    }
    return -1;
}
static void push(int cell) {
    owned[cell]--;
    int h = head;
    do next[cell] = h;
    while (!atomic_compare_exchange_strong(&head, &h, cell));
}
THREAD(slow) {
    pop();
    pop();
    return argument;
}
THREAD(quick) {
    int a = pop(), b = pop();
    (void)b;
    if (a != -1) push(a);
    return argument;
}
int main(void) {
    pthread_t a = go(slow, 0), b = go(quick, 0);
    end(a);
    end(b);
    return 0;
}
