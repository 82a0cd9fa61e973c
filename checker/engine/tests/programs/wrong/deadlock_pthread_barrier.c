// expect: deadlock
// A pthread barrier that is one thread short in its second round.
#include <pthread.h>

static pthread_barrier_t barrier;

static void* work(void* rounds) {
    for (int i = 0; i < *(int*)rounds; ++i) pthread_barrier_wait(&barrier);
    return NULL;
}

int main(void) {
    pthread_t a, b;
    int one = 1, two = 2;
    pthread_barrier_init(&barrier, NULL, 2);
    pthread_create(&a, NULL, work, &one);
    pthread_create(&b, NULL, work, &two);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    pthread_barrier_destroy(&barrier);
    return 0;
}
