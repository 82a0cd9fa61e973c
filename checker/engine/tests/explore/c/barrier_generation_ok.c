// expect: passed
// output: 4\n
// about: a barrier with generations, used twice
#include "go.h"
static Lock m = LOCK_INIT;
static Condition all = CONDITION_INIT;
static int arrived = 0, generation = 0, passed = 0;
static void wait_for_all(void) {
    lock(&m);
    int mine = generation;
    if (++arrived == 2) {
        arrived = 0;
        generation++;
        pthread_cond_broadcast(&all);
    }
    while (mine == generation) pthread_cond_wait(&all, &m);
    passed++;
    unlock(&m);
}
THREAD(body) {
    wait_for_all();
    wait_for_all();
    return argument;
}
int main(void) {
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    printf("%d\n", passed);
    return 0;
}
