// expect: misuse
// A pthread rwlock is unlocked by a thread that does not hold it.
#include <pthread.h>
#include <stdio.h>

static pthread_rwlock_t guard = PTHREAD_RWLOCK_INITIALIZER;

static void* work(void* unused) {
    (void)unused;
    pthread_rwlock_unlock(&guard);
    return NULL;
}

int main(void) {
    pthread_t thread;
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    puts("done");
    return 0;
}
