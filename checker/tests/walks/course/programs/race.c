// race.c: two threads count without a lock.
#include <pthread.h>
#include <stdio.h>

static int counter;

static void* work(void* unused) {
    counter = counter + 1;
    return unused;
}

int main(void) {
    pthread_t a, b;
    pthread_create(&a, NULL, work, NULL);
    pthread_create(&b, NULL, work, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("counter %d\n", counter);
}
