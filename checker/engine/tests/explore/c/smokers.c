// expect: deadlock
// about: the cigarette smokers: each takes the ingredients one by one
#include "go.h"
static sem_t ingredient[3];
THREAD(smoker) {
    sem_wait(&ingredient[(NUMBER + 1) % 3]);
    sem_wait(&ingredient[(NUMBER + 2) % 3]);
    return argument;
}
int main(void) {
    pthread_t t[3];
    for (int i = 0; i < 3; i++) sem_init(&ingredient[i], 0, 1);
    for (int i = 0; i < 3; i++) t[i] = go(smoker, i);
    for (int i = 0; i < 3; i++) {
        sem_post(&ingredient[i]);
        end(t[i]);
    }
    return 0;
}
