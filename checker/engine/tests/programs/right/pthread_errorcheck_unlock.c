// expect: passed
// output: EPERM\n
// An errorcheck mutex refuses to be unlocked by a thread that does not own it.
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t guard = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;

static void* intrude(void* result) {
    *(int*)result = pthread_mutex_unlock(&guard);
    return NULL;
}

int main(void) {
    pthread_t thread;
    int result = 0;
    pthread_mutex_lock(&guard);
    pthread_create(&thread, NULL, intrude, &result);
    pthread_join(thread, NULL);
    pthread_mutex_unlock(&guard);
    puts(result == EPERM ? "EPERM" : "?");
    return 0;
}
