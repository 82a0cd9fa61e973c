// expect: unsupported
// What `#pragma omp parallel` is compiled to.
#include <pthread.h>

void GOMP_parallel(void (*body)(void*), void* data, unsigned threads, unsigned flags);

static void* before(void* argument) { return argument; }
static void body(void* data) { (void)data; }

int main(void) {
    pthread_t thread;
    pthread_create(&thread, NULL, before, NULL);
    pthread_join(thread, NULL);
    GOMP_parallel(body, NULL, 2, 0);
    return 0;
}
