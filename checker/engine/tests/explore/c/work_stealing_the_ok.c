// expect: passed
// output: done\n
// about: Cilk's THE protocol: claim first, look then, and settle a conflict under the lock
#include "go.h"
static Lock m = LOCK_INIT;
static atomic_int head, tail = 2, taken[2];
THREAD(owner) {
    for (int i = 0; i < 2; i++) {
        int t = --tail;
        if (head > t) {
            tail++;
            lock(&m);
            t = --tail;
            int lost = head > t;
            if (lost) tail++;
            unlock(&m);
            if (lost) return argument;
        }
        taken[t]++;
    }
    return argument;
}
THREAD(thief) {
    lock(&m);
    int h = head++;
    if (h + 1 > tail)
        head--;
    else
        taken[h]++;
    unlock(&m);
    return argument;
}
int main(void) {
    pthread_t a = go(owner, 0), b = go(thief, 0);
    end(a);
    end(b);
    assert(taken[0] == 1 && taken[1] == 1);
    puts("done");
    return 0;
}
