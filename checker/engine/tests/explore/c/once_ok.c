// expect: passed
// output: 1\n
// about: pthread_once
#include "go.h"
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int times = 0;
static void make(void) { times++; }
THREAD(user) {
    pthread_once(&once, make);
    assert(times == 1);
    return argument;
}
int main(void) {
    pthread_t a = go(user, 0), b = go(user, 1);
    end(a);
    end(b);
    printf("%d\n", times);
    return 0;
}
