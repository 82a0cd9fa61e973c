// expect: deadlock
// about: the handler takes the lock that its own thread holds
#include <pthread.h>
#include <signal.h>
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static int n;
static void handler(int s) { (void)s; pthread_mutex_lock(&m); n++; pthread_mutex_unlock(&m); }
static void* run(void* p) { pthread_mutex_lock(&m); n++; if (n == 2) raise(SIGUSR1); pthread_mutex_unlock(&m); return p; }
int main(void) {
    signal(SIGUSR1, handler);
    pthread_t a, b;
    pthread_create(&a, 0, run, 0);
    pthread_create(&b, 0, run, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
}
