// expect: passed
// output: 2\n
// errno begins with 0 in every thread of every interleaving, whatever the others have met.
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_int clean;

static void* work(void* argument) {
    if (errno == 0) ++clean;
    open("/nonexistent/file", O_RDONLY);
    return errno == ENOENT ? argument : NULL;
}

int main(void) {
    if (errno != 0) return 1;
    pthread_t a, b;
    pthread_create(&a, NULL, work, NULL);
    pthread_create(&b, NULL, work, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    errno = EDOM;
    printf("%d\n", clean);
    return 0;
}
