// expect: passed
// output: ended\n
// about: the waits of glibc that name their clock
#define _GNU_SOURCE
#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <time.h>
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t c = PTHREAD_COND_INITIALIZER;
static sem_t s;
static int n;
static struct timespec later(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); t.tv_nsec += 1000; if (t.tv_nsec >= 1000000000) { t.tv_nsec -= 1000000000; t.tv_sec++; } return t; }
static void* run(void* p) {
    for (;;) { struct timespec t = later(); int r = pthread_mutex_clocklock(&m, CLOCK_MONOTONIC, &t); if (!r) break; assert(r == ETIMEDOUT); }
    n++;
    pthread_cond_signal(&c);
    pthread_mutex_unlock(&m);
    sem_post(&s);
    return p;
}
int main(void) {
    pthread_t a;
    sem_init(&s, 0, 0);
    pthread_create(&a, 0, run, 0);
    pthread_mutex_lock(&m);
    while (n == 0) { struct timespec t = later(); pthread_cond_clockwait(&c, &m, CLOCK_MONOTONIC, &t); }
    pthread_mutex_unlock(&m);
    for (;;) { struct timespec t = later(); if (sem_clockwait(&s, CLOCK_MONOTONIC, &t) == 0) break; assert(errno == ETIMEDOUT); }
    pthread_join(a, 0);
    puts("ended");
    return n - 1;
}
