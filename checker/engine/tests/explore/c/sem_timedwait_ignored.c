// expect: data-race
// about: goes on after the time is up
#include <assert.h>
#include <pthread.h>
#include <semaphore.h>
#include <time.h>
static sem_t s;
static int data;
static void* producer(void* p) { data = 42; sem_post(&s); return p; }
int main(void) {
    pthread_t t;
    struct timespec ts;
    sem_init(&s, 0, 0);
    pthread_create(&t, 0, producer, 0);
    clock_gettime(CLOCK_REALTIME, &ts);
    ts.tv_sec += 5;
    sem_timedwait(&s, &ts);
    assert(data == 42);
    pthread_join(t, 0);
}
