// expect: passed
// output: 7 11, self\n
// pthread_exit from a nested call, return values, pthread_equal, attributes.
#include <pthread.h>
#include <stdio.h>

static int results[2] = {7, 11};

static void leave(int which) { pthread_exit(&results[which]); }

static void* first(void* self) {
    *(pthread_t*)self = pthread_self();
    leave(0);
    return NULL;
}

static void* second(void* unused) {
    (void)unused;
    return &results[1];
}

int main(void) {
    pthread_t a, b, seen;
    void *x, *y;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 1 << 18);
    pthread_create(&a, &attributes, first, &seen);
    pthread_create(&b, NULL, second, NULL);
    pthread_attr_destroy(&attributes);
    pthread_join(a, &x);
    pthread_join(b, &y);
    printf("%d %d, %s\n", *(int*)x, *(int*)y, pthread_equal(a, seen) ? "self" : "other");
    return 0;
}
