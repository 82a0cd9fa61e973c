// expect: passed
// output: 3\n
// budget: 2000
// about: an increment by compare-exchange, tried again until it holds
#include "go.h"
static atomic_int counter;
THREAD(body) {
    int now = counter;
    while (!atomic_compare_exchange_weak(&counter, &now, now + 1)) {
    }
    return argument;
}
int main(void) {
    pthread_t t[3];
    for (int i = 0; i < 3; i++) t[i] = go(body, i);
    for (int i = 0; i < 3; i++) end(t[i]);
    printf("%d\n", counter);
    return 0;
}
