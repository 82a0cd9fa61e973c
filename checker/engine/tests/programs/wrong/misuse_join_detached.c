// expect: misuse
// pthread_join of a thread that was detached.
#include <pthread.h>
#include <stdio.h>

static void* work(void* unused) {
    (void)unused;
    return NULL;
}

int main(void) {
    pthread_t thread;
    pthread_create(&thread, NULL, work, NULL);
    pthread_detach(thread);
    pthread_join(thread, NULL);
    puts("joined");
    return 0;
}
