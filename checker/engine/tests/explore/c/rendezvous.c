// expect: deadlock
// about: each waits for the other before it says that it is here
#include "go.h"
static sem_t here[2];
THREAD(body) {
    sem_wait(&here[1 - NUMBER]);
    sem_post(&here[NUMBER]);
    return argument;
}
int main(void) {
    sem_init(&here[0], 0, 0);
    sem_init(&here[1], 0, 0);
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    return 0;
}
