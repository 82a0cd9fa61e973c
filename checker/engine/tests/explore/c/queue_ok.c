// expect: passed
// output: 1 2 \n
// about: queue: one critical section an operation, the consumer tries until it has both
#include "go.h"
static Lock m = LOCK_INIT;
static int queue[4], head = 0, tail = 0;
THREAD(producer) {
    for (int i = 1; i <= 2; i++) {
        lock(&m);
        queue[tail++] = i;
        unlock(&m);
    }
    return argument;
}
int main(void) {
    pthread_t a = go(producer, 0);
    end(a);
    while (head < tail) {
        lock(&m);
        printf("%d ", queue[head++]);
        unlock(&m);
    }
    puts("");
    return 0;
}
