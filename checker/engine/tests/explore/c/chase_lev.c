// expect: abort
// about: Chase-Lev deque whose owner takes the last element without a compare-exchange
#include "go.h"
static atomic_int top, bottom = 2, taken[2];
THREAD(owner) {
    for (int i = 0; i < 2; i++) {
        int b = bottom - 1;
        bottom = b;
        int t = top;
        if (t > b) {
            bottom = t;
            return argument;
        }
        taken[b]++;
    }
    return argument;
}
THREAD(thief) {
    int t = top;
    if (t < bottom && atomic_compare_exchange_strong(&top, &t, t + 1)) taken[t]++;
    return argument;
}
int main(void) {
    pthread_t a = go(owner, 0), b = go(thief, 0), c = go(thief, 1);
    end(a);
    end(b);
    end(c);
    assert(taken[0] <= 1 && taken[1] <= 1);
    return 0;
}
