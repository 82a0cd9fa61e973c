// expect: passed
// output: 2\n
// Two spin locks in opposite order: who does not get the second one lets go of the first and begins anew.
#include <pthread.h>
#include <stdio.h>

static pthread_spinlock_t one, two;
static int done = 0;

static void lock_both(pthread_spinlock_t* first, pthread_spinlock_t* second) {
    for (;;) {
        pthread_spin_lock(first);
        if (pthread_spin_trylock(second) == 0) return;
        pthread_spin_unlock(first);
    }
}

static void* crosswise(void* backwards) {
    if (backwards != NULL)
        lock_both(&two, &one);
    else
        lock_both(&one, &two);
    ++done;
    pthread_spin_unlock(&one);
    pthread_spin_unlock(&two);
    return NULL;
}

int main(void) {
    pthread_t threads[2];
    pthread_spin_init(&one, PTHREAD_PROCESS_PRIVATE);
    pthread_spin_init(&two, PTHREAD_PROCESS_PRIVATE);
    pthread_create(&threads[0], NULL, crosswise, NULL);
    pthread_create(&threads[1], NULL, crosswise, &done);
    pthread_join(threads[0], NULL);
    pthread_join(threads[1], NULL);
    printf("%d\n", done);
    return 0;
}
