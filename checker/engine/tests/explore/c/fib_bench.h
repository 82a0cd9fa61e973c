// fib_bench.h: two threads add each other's number in turns; only strict alternation makes the largest sum.
#include "go.h"
static atomic_int i = 1, j = 1;
THREAD(one) {
    for (int k = 0; k < ROUNDS; k++) i += j;
    return argument;
}
THREAD(two) {
    for (int k = 0; k < ROUNDS; k++) j += i;
    return argument;
}
int main(void) {
    pthread_t a = go(one, 0), b = go(two, 0);
    int most = LIMIT;
    assert(i < most && j < most);
    end(a);
    end(b);
    assert(i < most && j < most);
    return 0;
}
