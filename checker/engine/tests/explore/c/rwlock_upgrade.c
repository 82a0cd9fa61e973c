// expect: deadlock
// about: two readers want to become writers, and each waits for the other one to stop reading
#include "go.h"
static pthread_rwlock_t door = PTHREAD_RWLOCK_INITIALIZER;
static sem_t inside;
THREAD(reader) {
    pthread_rwlock_rdlock(&door);
    sem_post(&inside);
    while (pthread_rwlock_trywrlock(&door) != 0 && NUMBER == 2) sched_yield();
    if (NUMBER < 2) pthread_rwlock_wrlock(&door);
    pthread_rwlock_unlock(&door);
    return argument;
}
int main(void) {
    sem_init(&inside, 0, 0);
    pthread_t a = go(reader, 0), b = go(reader, 1);
    end(a);
    end(b);
    return 0;
}
