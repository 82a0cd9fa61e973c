// expect: passed
// output: 2\n
// A thread that asks for a large stack gets it.
#include <pthread.h>
#include <stdio.h>

static void* work(void* argument) {
    char large[20 << 20];
    large[0] = 1;
    large[sizeof large - 1] = 1;
    return (char*)argument + large[0] + large[sizeof large - 1];
}

int main(void) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 32 << 20);
    pthread_t thread;
    void* result;
    pthread_create(&thread, &attributes, work, NULL);
    pthread_join(thread, &result);
    printf("%ld\n", (long)result);
    return 0;
}
