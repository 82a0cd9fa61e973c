// expect: passed
// output: done\n
// about: both phases take and give back their locks in order
#include "go.h"
static Lock x = LOCK_INIT, y = LOCK_INIT;
THREAD(body) {
    lock(&x);
    unlock(&x);
    lock(&y);
    unlock(&y);
    lock(&x);
    unlock(&x);
    return argument;
}
int main(void) {
    pthread_t a = go(body, 0), b = go(body, 0);
    end(a);
    end(b);
    puts("done");
    return 0;
}
