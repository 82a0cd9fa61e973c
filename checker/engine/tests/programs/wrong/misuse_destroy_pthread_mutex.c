// expect: misuse
// pthread_mutex_destroy of a locked mutex, its result ignored.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t guard;

static void* work(void* unused) {
    (void)unused;
    pthread_mutex_lock(&guard);
    return NULL;
}

int main(void) {
    pthread_t thread;
    pthread_mutex_init(&guard, NULL);
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    pthread_mutex_destroy(&guard);
    puts("destroyed");
    return 0;
}
