// expect: abort
// about: a counting barrier made of an atomic; the phase is read after arriving
#include "go.h"
static atomic_int arrived, value[2];
THREAD(body) {
    int other = 1 - NUMBER;
    value[NUMBER] = 1;
    arrived++;
    if (arrived == 1) return argument;
    assert(value[other] == 1);
    value[NUMBER] = 2;
    assert(value[other] == 1);
    return argument;
}
int main(void) {
    pthread_t a = go(body, 0), b = go(body, 1);
    end(a);
    end(b);
    return 0;
}
