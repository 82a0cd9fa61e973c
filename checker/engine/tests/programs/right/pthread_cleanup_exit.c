// expect: passed
// output: 3 2\n
// pthread_exit runs what pthread_cleanup_push has registered, the innermost first; pthread_cleanup_pop ends that.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int order, exits;

static void unlock(void* argument) {
    order = order == 1 ? 3 : 0;
    pthread_mutex_unlock(argument);
}
static void note(void* argument) {
    (void)argument;
    order = 1;
}
static void never(void* argument) {
    (void)argument;
    order = -1;
}

static void leave(void) {
    pthread_cleanup_push(note, NULL);
    ++exits;
    pthread_exit(NULL);
    pthread_cleanup_pop(0);
}

static void* work(void* argument) {
    pthread_mutex_lock(&mutex);
    pthread_cleanup_push(unlock, &mutex);
    pthread_cleanup_push(never, NULL);
    pthread_cleanup_pop(0);
    leave();
    pthread_cleanup_pop(0);
    return argument;
}

int main(void) {
    pthread_t a, b;
    pthread_create(&a, NULL, work, NULL);
    pthread_create(&b, NULL, work, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d %d\n", order, exits);
    return 0;
}
