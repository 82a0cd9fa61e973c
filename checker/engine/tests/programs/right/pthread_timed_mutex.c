// expect: passed
// output: 2\n
// pthread_mutex_timedlock and trylock in a loop.
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static int counter;

static void* work(void* unused) {
    (void)unused;
    struct timespec until;
    do {
        if (pthread_mutex_trylock(&guard) == 0) break;
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_sec += 1;
    } while (pthread_mutex_timedlock(&guard, &until) != 0);
    ++counter;
    pthread_mutex_unlock(&guard);
    return NULL;
}

int main(void) {
    pthread_t a, b;
    pthread_create(&a, NULL, work, NULL);
    pthread_create(&b, NULL, work, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d\n", counter);
    return 0;
}
