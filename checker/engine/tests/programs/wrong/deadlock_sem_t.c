// expect: deadlock
// Two POSIX semaphores are taken in opposite orders.
#include <pthread.h>
#include <semaphore.h>

static sem_t left, right;

static void* forward(void* unused) {
    (void)unused;
    sem_wait(&left);
    sem_wait(&right);
    sem_post(&right);
    sem_post(&left);
    return NULL;
}

static void* backward(void* unused) {
    (void)unused;
    sem_wait(&right);
    sem_wait(&left);
    sem_post(&left);
    sem_post(&right);
    return NULL;
}

int main(void) {
    pthread_t a, b;
    sem_init(&left, 0, 1);
    sem_init(&right, 0, 1);
    pthread_create(&a, NULL, forward, NULL);
    pthread_create(&b, NULL, backward, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    sem_destroy(&left);
    sem_destroy(&right);
    return 0;
}
