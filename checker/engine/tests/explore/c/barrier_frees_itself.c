// expect: data-race|misuse
// about: the last one to come frees the barrier in which the other one still waits
#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
struct barrier { pthread_mutex_t m; pthread_cond_t c; int missing; };
static void* run(void* p) {
    struct barrier* b = p;
    pthread_mutex_lock(&b->m);
    int last = --b->missing == 0;
    if (last) pthread_cond_broadcast(&b->c);
    else while (b->missing) pthread_cond_wait(&b->c, &b->m);
    pthread_mutex_unlock(&b->m);
    if (last) free(b);
    return 0;
}
int main(void) {
    struct barrier* b = malloc(sizeof *b);
    pthread_mutex_init(&b->m, 0);
    pthread_cond_init(&b->c, 0);
    b->missing = 2;
    pthread_t t;
    pthread_create(&t, 0, run, b);
    run(b);
    pthread_join(t, 0);
}
