// expect: passed
// output: 1 serial a round, sums 3 3\n
// A pthread barrier over two rounds.
#include <pthread.h>
#include <stdio.h>

static pthread_barrier_t barrier;
static int parts[2], sums[2], serial[2];

static void* work(void* argument) {
    int me = *(int*)argument;
    parts[me] = me + 1;
    if (pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD) ++serial[0];
    sums[me] = parts[0] + parts[1];
    if (pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD) ++serial[1];
    return NULL;
}

int main(void) {
    pthread_t threads[2];
    int numbers[2] = {0, 1};
    pthread_barrier_init(&barrier, NULL, 2);
    for (int i = 0; i < 2; ++i) pthread_create(&threads[i], NULL, work, &numbers[i]);
    for (int i = 0; i < 2; ++i) pthread_join(threads[i], NULL);
    pthread_barrier_destroy(&barrier);
    if (serial[0] == 1 && serial[1] == 1) printf("1 serial a round, sums %d %d\n", sums[0], sums[1]);
    return 0;
}
