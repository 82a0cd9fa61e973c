// expect: passed
// output: 4\n
// A pthread spin lock.
#include <pthread.h>
#include <stdio.h>

static pthread_spinlock_t guard;
static int counter;

static void* work(void* unused) {
    (void)unused;
    for (int i = 0; i < 2; ++i) {
        pthread_spin_lock(&guard);
        ++counter;
        pthread_spin_unlock(&guard);
    }
    return NULL;
}

int main(void) {
    pthread_t a, b;
    pthread_spin_init(&guard, PTHREAD_PROCESS_PRIVATE);
    pthread_create(&a, NULL, work, NULL);
    pthread_create(&b, NULL, work, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    pthread_spin_destroy(&guard);
    printf("%d\n", counter);
    return 0;
}
