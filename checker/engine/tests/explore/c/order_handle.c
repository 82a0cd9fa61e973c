// expect: abort
// about: the new thread asks for its own handle before the creator has stored it
#include "go.h"
static atomic_int stored;
THREAD(child) {
    assert(stored == 1);
    return argument;
}
int main(void) {
    pthread_t t = go(child, 0);
    stored = 1;
    end(t);
    return 0;
}
