// expect: lost-wakeup
// about: a monitor gives up its lock and waits in two steps
#include <pthread.h>
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER, cm = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t c = PTHREAD_COND_INITIALIZER;
static int ready;
static void* waiter(void* p) {
    pthread_mutex_lock(&m);
    while (!ready) {
        pthread_mutex_unlock(&m);
        pthread_mutex_lock(&cm);
        pthread_cond_wait(&c, &cm);
        pthread_mutex_unlock(&cm);
        pthread_mutex_lock(&m);
    }
    pthread_mutex_unlock(&m);
    return p;
}
static void* notifier(void* p) {
    pthread_mutex_lock(&m);
    ready = 1;
    pthread_mutex_unlock(&m);
    pthread_mutex_lock(&cm);
    pthread_cond_broadcast(&c);
    pthread_mutex_unlock(&cm);
    return p;
}
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, waiter, 0);
    pthread_create(&b, 0, notifier, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
}
