// go.h: what all programs of this folder use: threads with a number, and shorter names for locks.
#ifndef GO_H
#define GO_H 1
#include <assert.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef pthread_mutex_t Lock;
typedef pthread_cond_t Condition;
#define LOCK_INIT PTHREAD_MUTEX_INITIALIZER
#define CONDITION_INIT PTHREAD_COND_INITIALIZER
#define lock(m) pthread_mutex_lock(m)
#define unlock(m) pthread_mutex_unlock(m)
#define THREAD(name) static void *name(void *argument)
#define NUMBER ((int)(long)argument)

static inline pthread_t go(void *(*body)(void *), long number) {
    pthread_t thread;
    if (pthread_create(&thread, 0, body, (void *)number) != 0) abort();
    return thread;
}
static inline void end(pthread_t thread) { pthread_join(thread, 0); }
#endif
