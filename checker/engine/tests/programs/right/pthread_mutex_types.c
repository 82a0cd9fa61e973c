// expect: passed
// output: 2 recursive, 2 refused\n
// Mutexes of the types recursive and errorcheck.
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t nested, checked;
static int counter, refused;

static void* work(void* unused) {
    (void)unused;
    pthread_mutex_lock(&nested);
    pthread_mutex_lock(&nested);
    ++counter;
    pthread_mutex_unlock(&nested);
    pthread_mutex_unlock(&nested);
    pthread_mutex_lock(&checked);
    if (pthread_mutex_lock(&checked) == EDEADLK) ++refused;
    pthread_mutex_unlock(&checked);
    return NULL;
}

static void initialise(pthread_mutex_t* mutex, int type) {
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, type);
    pthread_mutex_init(mutex, &attributes);
    pthread_mutexattr_destroy(&attributes);
}

int main(void) {
    pthread_t a, b;
    initialise(&nested, PTHREAD_MUTEX_RECURSIVE);
    initialise(&checked, PTHREAD_MUTEX_ERRORCHECK);
    pthread_create(&a, NULL, work, NULL);
    pthread_create(&b, NULL, work, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    pthread_mutex_destroy(&nested);
    pthread_mutex_destroy(&checked);
    printf("%d recursive, %d refused\n", counter, refused);
    return 0;
}
