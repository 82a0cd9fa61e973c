// expect: passed
// output: 5\n
// A pthread condition on the monotonic clock with timed waits in a loop.
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed;
static int value;

static void* set(void* unused) {
    (void)unused;
    pthread_mutex_lock(&guard);
    value = 5;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&guard);
    return NULL;
}

int main(void) {
    pthread_t thread;
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&changed, &attributes);
    pthread_condattr_destroy(&attributes);
    pthread_create(&thread, NULL, set, NULL);
    pthread_mutex_lock(&guard);
    while (value == 0) {
        struct timespec until;
        clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_sec += 1;
        pthread_cond_timedwait(&changed, &guard, &until);
    }
    int seen = value;
    pthread_mutex_unlock(&guard);
    pthread_join(thread, NULL);
    pthread_cond_destroy(&changed);
    printf("%d\n", seen);
    return 0;
}
