// swarm.h: each of N threads sets its bit in a mask, in two steps.
#include "go.h"
static atomic_int mask;
THREAD(member) {
#ifdef ATOMIC
    atomic_fetch_or(&mask, 1 << NUMBER);
#else
    int now = mask;
    mask = now | 1 << NUMBER;
#endif
    return argument;
}
int main(void) {
    pthread_t t[N];
    for (int i = 0; i < N; i++) t[i] = go(member, i);
    for (int i = 0; i < N; i++) end(t[i]);
    assert(mask == (1 << N) - 1);
    puts("all");
    return 0;
}
