// expect: passed
// output: 3\n
// budget: 2000
// about: a semaphore lets one philosopher less to the table than there are forks
#include "go.h"
static Lock fork_of[3] = {LOCK_INIT, LOCK_INIT, LOCK_INIT};
static sem_t seats;
static atomic_int meals;
THREAD(philosopher) {
    sem_wait(&seats);
    lock(&fork_of[NUMBER]);
    lock(&fork_of[(NUMBER + 1) % 3]);
    atomic_fetch_add(&meals, 1);
    unlock(&fork_of[(NUMBER + 1) % 3]);
    unlock(&fork_of[NUMBER]);
    sem_post(&seats);
    return argument;
}
int main(void) {
    pthread_t t[3];
    sem_init(&seats, 0, 2);
    for (int i = 0; i < 3; i++) t[i] = go(philosopher, i);
    for (int i = 0; i < 3; i++) end(t[i]);
    printf("%d\n", meals);
    return 0;
}
