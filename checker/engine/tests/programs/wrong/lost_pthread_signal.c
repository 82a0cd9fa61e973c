// expect: lost-wakeup
// pthread_cond_signal before the other thread waits.
#include <pthread.h>

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t signalled = PTHREAD_COND_INITIALIZER;

static void* wait(void* unused) {
    (void)unused;
    pthread_mutex_lock(&guard);
    pthread_cond_wait(&signalled, &guard);
    pthread_mutex_unlock(&guard);
    return NULL;
}

int main(void) {
    pthread_t waiter;
    pthread_create(&waiter, NULL, wait, NULL);
    pthread_mutex_lock(&guard);
    pthread_cond_signal(&signalled);
    pthread_mutex_unlock(&guard);
    pthread_join(waiter, NULL);
    return 0;
}
