// expect: passed
// output: 5\n
// about: a semaphore says that the value is there
#include "go.h"
static sem_t ready;
static int value;
THREAD(worker) {
    value = 5;
    sem_post(&ready);
    return argument;
}
int main(void) {
    sem_init(&ready, 0, 0);
    pthread_t t = go(worker, 0);
    sem_wait(&ready);
    printf("%d\n", value);
    end(t);
    return 0;
}
