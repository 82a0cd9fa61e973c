// expect: passed
// output: ended\n
// budget: 2000
// about: Szymanski's mutual exclusion with a waiting room
#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
static atomic_int flag[2];
static int inside;
static void* enter(void* p) {
    int i = (int)(long)p, j = 1 - i;
    flag[i] = 1;
    while (flag[j] >= 3) ;
    flag[i] = 3;
    if (flag[j] == 1) {
        flag[i] = 2;
        while (flag[j] != 4) ;
    }
    flag[i] = 4;
    if (i == 1) while (flag[j] >= 2) ;
    inside++;
    assert(inside == 1);
    inside--;
    if (i == 0) for (int f; (f = flag[j]) == 2 || f == 3;) ;
    flag[i] = 0;
    return 0;
}
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, enter, (void*)0);
    pthread_create(&b, 0, enter, (void*)1);
    pthread_join(a, 0);
    pthread_join(b, 0);
    puts("ended");
}
