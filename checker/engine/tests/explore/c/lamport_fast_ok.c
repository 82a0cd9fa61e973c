// expect: passed
// output: ended\n
// about: Lamport's fast mutual exclusion, for two threads
#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
static atomic_int x, y, b[3];
static int inside;
static void lock(int i) {
start:
    b[i] = 1;
    x = i;
    if (y != 0) {
        b[i] = 0;
        while (y != 0) ;
        goto start;
    }
    y = i;
    if (x != i) {
        b[i] = 0;
        for (int j = 1; j <= 2; j++) while (b[j]) ;
        if (y != i) {
            while (y != 0) ;
            goto start;
        }
    }
}
static void unlock(int i) { y = 0; b[i] = 0; }
static void* run(void* p) {
    int i = (int)(long)p;
    lock(i);
    inside++;
    assert(inside == 1);
    inside--;
    unlock(i);
    return 0;
}
int main(void) {
    pthread_t t, u;
    pthread_create(&t, 0, run, (void*)1);
    pthread_create(&u, 0, run, (void*)2);
    pthread_join(t, 0);
    pthread_join(u, 0);
    puts("ended");
}
