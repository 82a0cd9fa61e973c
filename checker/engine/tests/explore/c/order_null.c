// expect: signal
// about: the thread uses what main sets only after it has started it
#include "go.h"
static int *_Atomic config;
THREAD(user) {
    int *now = config;
    *now = 1;
    return argument;
}
int main(void) {
    static int value;
    pthread_t t = go(user, 0);
    config = &value;
    end(t);
    return 0;
}
