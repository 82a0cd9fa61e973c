// expect: abort
// about: token ring: each takes its neighbour's value and one; main does not look whether all have had their turn in order
#include "go.h"
static Lock m = LOCK_INIT;
static int x[3] = {1, 2, 3};
static int turns = 0, in_order = 1;
THREAD(station) {
    lock(&m);
    x[NUMBER] = (x[(NUMBER + 2) % 3] + 1) % 4;
    if (turns != NUMBER) in_order = 0;
    turns++;
    unlock(&m);
    return argument;
}
int main(void) {
    pthread_t t[3];
    for (int i = 0; i < 3; i++) t[i] = go(station, i);
    for (int i = 0; i < 3; i++) end(t[i]);
    assert(x[1] == (x[0] + 1) % 4 && x[2] == (x[1] + 1) % 4);
    return in_order == 2;
}
