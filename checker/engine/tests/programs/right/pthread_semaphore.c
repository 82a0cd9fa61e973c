// expect: passed
// output: 3 items, 0 left\n
// sem_t: wait, trywait, post, getvalue.
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t items;
static int produced;

static void* produce(void* unused) {
    (void)unused;
    for (int i = 0; i < 3; ++i) {
        __atomic_fetch_add(&produced, 1, __ATOMIC_SEQ_CST);
        sem_post(&items);
    }
    return NULL;
}

int main(void) {
    pthread_t producer;
    int left = -1, taken = 0;
    sem_init(&items, 0, 0);
    pthread_create(&producer, NULL, produce, NULL);
    if (sem_trywait(&items) == 0)
        ++taken;
    else if (errno != EAGAIN)
        return 1;
    while (taken < 3) {
        sem_wait(&items);
        ++taken;
    }
    pthread_join(producer, NULL);
    sem_getvalue(&items, &left);
    sem_destroy(&items);
    printf("%d items, %d left\n", produced, left);
    return 0;
}
