// expect: passed
// output: 0 1\n
// The owner of a robust mutex ends while another thread waits on a condition: that one is told when it gets the mutex
// back, and repairs it.
#include <errno.h>
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t guard;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int go = 0;

static void repair(int error) {
    if (error == EOWNERDEAD) pthread_mutex_consistent(&guard);
}

static void* wait_for_go(void* unused) {
    (void)unused;
    repair(pthread_mutex_lock(&guard));
    while (!go) repair(pthread_cond_wait(&changed, &guard));
    pthread_mutex_unlock(&guard);
    return NULL;
}

static void* end_with_the_mutex(void* unused) {
    (void)unused;
    pthread_mutex_lock(&guard);
    go = 1;
    pthread_cond_signal(&changed);
    return NULL;
}

int main(void) {
    pthread_mutexattr_t attributes;
    pthread_t waits, ends;
    int error;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_init(&guard, &attributes);
    pthread_create(&waits, NULL, wait_for_go, NULL);
    pthread_create(&ends, NULL, end_with_the_mutex, NULL);
    pthread_join(ends, NULL);
    pthread_join(waits, NULL);
    error = pthread_mutex_lock(&guard);
    if (error == EOWNERDEAD) {
        pthread_mutex_consistent(&guard);
        error = 0;
    }
    printf("%d %d\n", error, go);
    pthread_mutex_unlock(&guard);
    return 0;
}
