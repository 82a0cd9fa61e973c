// expect: passed
// output: 2, no torn read\n
// A pthread readers-writer lock with static initialisation, try and timed forms.
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static pthread_rwlock_t guard = PTHREAD_RWLOCK_INITIALIZER;
static int first, second, torn;

static void* write_both(void* unused) {
    (void)unused;
    pthread_rwlock_wrlock(&guard);
    ++first;
    ++second;
    pthread_rwlock_unlock(&guard);
    return NULL;
}

static void* read_both(void* unused) {
    (void)unused;
    if (pthread_rwlock_tryrdlock(&guard) != 0) {
        struct timespec until;
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_sec += 1;
        if (pthread_rwlock_timedrdlock(&guard, &until) != 0) return NULL;
    }
    int different = first != second;
    pthread_rwlock_unlock(&guard);
    return different ? &torn : NULL;
}

int main(void) {
    pthread_t a, b, c;
    void* found;
    pthread_create(&a, NULL, write_both, NULL);
    pthread_create(&b, NULL, write_both, NULL);
    pthread_create(&c, NULL, read_both, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    pthread_join(c, &found);
    printf("%d, %s\n", second, found ? "torn" : "no torn read");
    return 0;
}
