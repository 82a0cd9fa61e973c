// expect: data-race
// about: a driver gives its semaphore back on a path on which it was not taken
#include <assert.h>
#include <pthread.h>
#include <semaphore.h>
static sem_t sem;
static int size;
static void* use(void* p) {
    int bad = p != 0;
    if (bad) goto out;
    sem_wait(&sem);
    size++;
    assert(size == 1);
    size--;
out:
    sem_post(&sem);
    return 0;
}
int main(void) {
    pthread_t t[3];
    sem_init(&sem, 0, 1);
    for (int i = 0; i < 3; i++) pthread_create(&t[i], 0, use, i == 0 ? &sem : 0);
    for (int i = 0; i < 3; i++) pthread_join(t[i], 0);
}
