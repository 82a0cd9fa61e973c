// expect: abort
// about: two threads set their number to the other's and one, five times; only alternation reaches 12
#include "go.h"
static atomic_int i = 3, j = 6;
THREAD(one) {
    for (int k = 0; k < 3; k++) i = j + 1;
    return argument;
}
THREAD(two) {
    for (int k = 0; k < 3; k++) j = i + 1;
    return argument;
}
int main(void) {
    pthread_t a = go(one, 0), b = go(two, 0);
    end(a);
    end(b);
    assert(i < 12 && j < 12);
    return 0;
}
