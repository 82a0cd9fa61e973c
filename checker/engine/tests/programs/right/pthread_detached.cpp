// expect: passed
// output: detached 5\n
// A thread that is created detached and awaited with a semaphore.
#include <pthread.h>
#include <semaphore.h>
#include <cstdio>

static sem_t done;
static int value;

static void* work(void*) {
    value = 5;
    sem_post(&done);
    return nullptr;
}

int main() {
    pthread_attr_t attributes;
    pthread_t thread;
    sem_init(&done, 0, 0);
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_create(&thread, &attributes, work, nullptr);
    pthread_attr_destroy(&attributes);
    sem_wait(&done);
    std::printf("detached %d\n", value);
}
