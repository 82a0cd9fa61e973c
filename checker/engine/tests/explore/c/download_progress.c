// expect: data-race
// about: as in a download tool: several threads add to the number of bytes that have come
#include "go.h"
static long received;
static Lock m = LOCK_INIT;
THREAD(fetch) {
    lock(&m);
    received += NUMBER;
    unlock(&m);
    return argument;
}
int main(void) {
    pthread_t a = go(fetch, 10), b = go(fetch, 20);
    printf("%ld\n", received);
    end(a);
    end(b);
    return 0;
}
