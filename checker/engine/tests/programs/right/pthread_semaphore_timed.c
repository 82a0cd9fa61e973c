// expect: passed
// output: acquired 1, then timed out\n
// sem_timedwait in a loop until it succeeds; once more with nobody to post.
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <time.h>

static sem_t permit;
static int value;

static void* post(void* unused) {
    (void)unused;
    value = 1;
    sem_post(&permit);
    return NULL;
}

static int timed(void) {
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += 1000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_nsec -= 1000000000;
        ++until.tv_sec;
    }
    return sem_timedwait(&permit, &until) == 0 ? 0 : errno;
}

int main(void) {
    pthread_t thread;
    sem_init(&permit, 0, 0);
    pthread_create(&thread, NULL, post, NULL);
    while (timed() != 0) {
    }
    printf("acquired %d, ", value);
    pthread_join(thread, NULL);
    int result = timed();
    puts(result == ETIMEDOUT ? "then timed out" : "?");
    sem_destroy(&permit);
    return 0;
}
