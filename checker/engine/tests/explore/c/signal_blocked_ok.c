// expect: passed
// output: ended\n
// about: a signal to oneself is blocked while the lock is held that its handler takes
#include <assert.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static int n, handled;
static void handler(int s) { (void)s; pthread_mutex_lock(&m); handled++; pthread_mutex_unlock(&m); }
static void* run(void* p) {
    sigset_t set, old;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &set, &old);
    pthread_mutex_lock(&m);
    n++;
    raise(SIGUSR1);
    pthread_mutex_unlock(&m);
    pthread_sigmask(SIG_SETMASK, &old, 0);
    return p;
}
int main(void) {
    signal(SIGUSR1, handler);
    pthread_t a, b;
    pthread_create(&a, 0, run, 0);
    pthread_create(&b, 0, run, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
    assert(n == 2 && handled == 2);
    puts("ended");
}
