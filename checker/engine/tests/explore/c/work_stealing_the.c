// expect: abort
// about: Cilk's THE protocol with the thief's test in the wrong order: the last task is taken twice
#include "go.h"
static Lock m = LOCK_INIT;
static atomic_int head, tail = 2, taken[2];
THREAD(owner) {
    for (int i = 0; i < 2; i++) {
        int t = --tail;
        if (head <= t) {
            taken[t]++;
            continue;
        }
        tail++;
        return argument;
    }
    return argument;
}
THREAD(thief) {
    lock(&m);
    int h = head;
    if (h + 1 <= tail) {
        head = h + 1;
        taken[h]++;
    }
    unlock(&m);
    return argument;
}
int main(void) {
    pthread_t a = go(owner, 0), b = go(thief, 0);
    end(a);
    end(b);
    assert(taken[0] <= 1 && taken[1] <= 1);
    return 0;
}
