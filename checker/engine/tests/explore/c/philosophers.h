// philosophers.h: N philosophers; with ORDERED the last one takes its forks in the other order.
#include "go.h"
static Lock fork_of[N];
static int meals = 0;
static Lock counting = LOCK_INIT;
THREAD(philosopher) {
    int left = NUMBER, right = (NUMBER + 1) % N;
#ifdef ORDERED
    if (left > right) {
        int other = left;
        left = right;
        right = other;
    }
#endif
    lock(&fork_of[left]);
    lock(&fork_of[right]);
    lock(&counting);
    meals++;
    unlock(&counting);
    unlock(&fork_of[right]);
    unlock(&fork_of[left]);
    return argument;
}
int main(void) {
    pthread_t t[N];
    for (int i = 0; i < N; i++) pthread_mutex_init(&fork_of[i], 0);
    for (int i = 0; i < N; i++) t[i] = go(philosopher, i);
    for (int i = 0; i < N; i++) end(t[i]);
    printf("%d\n", meals);
    return 0;
}
