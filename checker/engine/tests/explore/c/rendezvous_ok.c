// expect: passed
// output: 3\n
// about: each says that it is here, and waits then
#include "go.h"
static sem_t here[2];
static int value[2], sum;
THREAD(body) {
    value[NUMBER] = NUMBER + 1;
    sem_post(&here[NUMBER]);
    sem_wait(&here[1 - NUMBER]);
    if (NUMBER == 0) sum = value[0] + value[1];
    return argument;
}
int main(void) {
    sem_init(&here[0], 0, 0);
    sem_init(&here[1], 0, 0);
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    printf("%d\n", sum);
    return 0;
}
