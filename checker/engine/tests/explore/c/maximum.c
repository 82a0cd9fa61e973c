// expect: abort
// about: a maximum that is compared and stored in two steps
#include "go.h"
static atomic_int most;
THREAD(body) {
    if (NUMBER > most) most = NUMBER;
    return argument;
}
int main(void) {
    pthread_t a = go(body, 5), b = go(body, 9), c = go(body, 7);
    end(a);
    end(b);
    end(c);
    assert(most == 9);
    return 0;
}
