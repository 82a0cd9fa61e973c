// expect: data-race
// about: waits a second for the thread, and uses its result in any case
#define _GNU_SOURCE
#include <assert.h>
#include <pthread.h>
#include <time.h>
static int n;
static void* run(void* p) { n = 3; return p; }
int main(void) {
    pthread_t t;
    struct timespec ts;
    pthread_create(&t, 0, run, 0);
    clock_gettime(CLOCK_REALTIME, &ts);
    ts.tv_sec += 1;
    int r = pthread_timedjoin_np(t, 0, &ts);
    assert(n == 3);
    if (r) pthread_join(t, 0);
}
