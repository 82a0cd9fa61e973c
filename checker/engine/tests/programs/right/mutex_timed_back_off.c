// expect: passed
// output: 2\n
// Two threads, two locks in opposite order, each with the patience of a millisecond: they may give way to each other in
// turn, but not for ever.
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER, two = PTHREAD_MUTEX_INITIALIZER;
static int done = 0;

static void lock_both(pthread_mutex_t* first, pthread_mutex_t* second) {
    for (;;) {
        struct timespec until;
        pthread_mutex_lock(first);
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_nsec += 1000000;
        if (until.tv_nsec >= 1000000000) {
            until.tv_nsec -= 1000000000;
            ++until.tv_sec;
        }
        if (pthread_mutex_timedlock(second, &until) == 0) return;
        pthread_mutex_unlock(first);
    }
}

static void* crosswise(void* backwards) {
    if (backwards != NULL)
        lock_both(&two, &one);
    else
        lock_both(&one, &two);
    ++done;
    pthread_mutex_unlock(&one);
    pthread_mutex_unlock(&two);
    return NULL;
}

int main(void) {
    pthread_t threads[2];
    pthread_create(&threads[0], NULL, crosswise, NULL);
    pthread_create(&threads[1], NULL, crosswise, &done);
    pthread_join(threads[0], NULL);
    pthread_join(threads[1], NULL);
    printf("%d\n", done);
}
