// micro.h: one thread counts up ROUNDS times in two steps each; the other one writes once. Only a write in the middle is
// lost.
#include "go.h"
static atomic_int x, ups;
THREAD(counter) {
    for (int i = 0; i < ROUNDS; i++) {
        int now = x;
        x = now + 1;
        ups++;
    }
    return argument;
}
THREAD(jump) {
    atomic_fetch_add(&x, 100);
    return argument;
}
int main(void) {
    pthread_t a = go(counter, 0), b = go(jump, 0);
    end(a);
    end(b);
    assert(x == ups + 100);
    return 0;
}
