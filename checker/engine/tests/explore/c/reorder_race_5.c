// expect: data-race
// about: setters and a checker without any synchronisation
#include "go.h"
static int a, b;
THREAD(setter) {
    a = 1;
    b = -1;
    return argument;
}
THREAD(checker) {
    assert((a == 0 && b == 0) || (a == 1 && b == -1));
    return argument;
}
int main(void) {
    pthread_t t[5];
    for (int i = 0; i < 5; i++) t[i] = go(i < 4 ? setter : checker, i);
    for (int i = 0; i < 5; i++) end(t[i]);
    return 0;
}
