// expect: passed
// output: 3\n
// about: phases separated by a pthread barrier need no lock
#include "go.h"
static pthread_barrier_t barrier;
static int part[2], sum[2];
THREAD(body) {
    part[NUMBER] = NUMBER + 1;
    pthread_barrier_wait(&barrier);
    sum[NUMBER] = part[0] + part[1];
    return argument;
}
int main(void) {
    pthread_barrier_init(&barrier, 0, 2);
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    assert(sum[0] == sum[1]);
    printf("%d\n", sum[0]);
    return 0;
}
