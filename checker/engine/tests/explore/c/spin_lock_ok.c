// expect: passed
// output: 3\n
// budget: 2000
// about: test-and-set lock
#include "go.h"
static atomic_flag taken = ATOMIC_FLAG_INIT;
static int counter = 0;
THREAD(body) {
    while (atomic_flag_test_and_set(&taken)) sched_yield();
    counter++;
    atomic_flag_clear(&taken);
    return argument;
}
int main(void) {
    pthread_t a = go(body, 0), b = go(body, 1), c = go(body, 2);
    end(a);
    end(b);
    end(c);
    printf("%d\n", counter);
    return 0;
}
