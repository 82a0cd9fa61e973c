// expect: passed
// output: ended\n
// about: pthread_tryjoin_np until the thread has ended
#define _GNU_SOURCE
#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
static int n;
static void* run(void* p) { n = 3; return p; }
int main(void) {
    pthread_t t;
    pthread_create(&t, 0, run, 0);
    while (pthread_tryjoin_np(t, 0) == EBUSY) sched_yield();
    assert(n == 3);
    puts("ended");
}
