// expect: passed
// output: 6\n
// budget: 2000
// about: circular buffer with two conditions
#include "go.h"
enum { size = 1, count = 3 };
static Lock m = LOCK_INIT;
static Condition not_full = CONDITION_INIT, not_empty = CONDITION_INIT;
static int buffer[size], first, next, used;
THREAD(sender) {
    for (int i = 1; i <= count; i++) {
        lock(&m);
        while (used == size) pthread_cond_wait(&not_full, &m);
        buffer[next] = i;
        next = (next + 1) % size;
        used++;
        pthread_cond_signal(&not_empty);
        unlock(&m);
    }
    return argument;
}
int main(void) {
    pthread_t a = go(sender, 0);
    int sum = 0;
    for (int i = 1; i <= count; i++) {
        lock(&m);
        while (used == 0) pthread_cond_wait(&not_empty, &m);
        sum += buffer[first];
        first = (first + 1) % size;
        used--;
        pthread_cond_signal(&not_full);
        unlock(&m);
    }
    end(a);
    printf("%d\n", sum);
    return 0;
}
