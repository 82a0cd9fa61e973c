// expect: data-race
// about: Lamport's fast mutual exclusion without the flags that tell who is on the way
#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
static atomic_int x, y;
static int inside;
static void* run(void* p) {
    int i = (int)(long)p;
start:
    x = i;
    if (y != 0) { while (y != 0) ; goto start; }
    y = i;
    if (x != i) {
        if (y != i) { while (y != 0) ; goto start; }
    }
    inside++;
    assert(inside == 1);
    inside--;
    y = 0;
    return 0;
}
int main(void) {
    pthread_t t, u;
    pthread_create(&t, 0, run, (void*)1);
    pthread_create(&u, 0, run, (void*)2);
    pthread_join(t, 0);
    pthread_join(u, 0);
}
