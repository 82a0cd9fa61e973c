// expect: passed
// output: 2\n
// A robust mutex whose owner ends is given to the next thread, which is told so.
#define _GNU_SOURCE
#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t mutex;
static int entered;

static void* forgets(void* argument) {
    const int error = pthread_mutex_lock(&mutex);
    assert(error == 0 || error == EOWNERDEAD);
    if (error == EOWNERDEAD) pthread_mutex_consistent(&mutex);
    ++entered;
    return argument;
}

int main(void) {
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_init(&mutex, &attributes);
    pthread_t a, b;
    pthread_create(&a, NULL, forgets, NULL);
    pthread_create(&b, NULL, forgets, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    assert(pthread_mutex_trylock(&mutex) == EOWNERDEAD);
    pthread_mutex_unlock(&mutex);  // not made consistent
    assert(pthread_mutex_lock(&mutex) == ENOTRECOVERABLE);
    printf("%d\n", entered);
    return 0;
}
