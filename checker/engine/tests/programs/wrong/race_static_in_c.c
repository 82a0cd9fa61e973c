// expect: data-race
// A static local of C, initialised at first use by hand.
#include <pthread.h>
#include <stdio.h>

static int next(void) {
    static int started;
    static int value;
    if (!started) {
        started = 1;
        value = 10;
    }
    return value;
}

static void* work(void* unused) {
    (void)unused;
    next();
    return NULL;
}

int main(void) {
    pthread_t a, b;
    pthread_create(&a, NULL, work, NULL);
    pthread_create(&b, NULL, work, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    puts("done");
    return 0;
}
