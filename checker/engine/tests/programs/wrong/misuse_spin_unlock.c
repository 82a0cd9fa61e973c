// expect: misuse
// A pthread spin lock is unlocked that is free.
#include <pthread.h>
#include <stdio.h>

static pthread_spinlock_t guard;

static void* work(void* unused) {
    (void)unused;
    pthread_spin_unlock(&guard);
    return NULL;
}

int main(void) {
    pthread_t thread;
    pthread_spin_init(&guard, PTHREAD_PROCESS_PRIVATE);
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    puts("done");
    return 0;
}
