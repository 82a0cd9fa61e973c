// expect: passed
// output: 0 1 2\n
// about: token ring: each waits for its turn
#include "go.h"
static Lock m = LOCK_INIT;
static Condition passed_on = CONDITION_INIT;
static int x[3], token = 0;
THREAD(station) {
    lock(&m);
    while (token != NUMBER) pthread_cond_wait(&passed_on, &m);
    x[NUMBER] = token++;
    pthread_cond_broadcast(&passed_on);
    unlock(&m);
    return argument;
}
int main(void) {
    pthread_t t[3];
    for (int i = 0; i < 3; i++) t[i] = go(station, i);
    for (int i = 0; i < 3; i++) end(t[i]);
    printf("%d %d %d\n", x[0], x[1], x[2]);
    return 0;
}
