// expect: data-race
// A write under a pthread read lock.
#include <pthread.h>
#include <stdio.h>

static pthread_rwlock_t guard = PTHREAD_RWLOCK_INITIALIZER;
static int value;

static void* work(void* unused) {
    (void)unused;
    pthread_rwlock_rdlock(&guard);
    ++value;
    pthread_rwlock_unlock(&guard);
    return NULL;
}

int main(void) {
    pthread_t a, b;
    pthread_create(&a, NULL, work, NULL);
    pthread_create(&b, NULL, work, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d\n", value);
    return 0;
}
