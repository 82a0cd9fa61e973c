// expect: leak
// A pthread that is neither joined nor detached.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;

static void* work(void* unused) {
    (void)unused;
    for (int i = 0; i < 2; ++i) {
        pthread_mutex_lock(&guard);
        pthread_mutex_unlock(&guard);
    }
    return NULL;
}

int main(void) {
    pthread_t thread;
    pthread_create(&thread, NULL, work, NULL);
    puts("main is done");
    return 0;
}
