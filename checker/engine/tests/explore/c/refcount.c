// expect: abort
// about: reference count: decreasing and looking are two steps, and both or none free
#include "go.h"
static atomic_int references = 2, freed;
THREAD(user) {
    references--;
    if (references == 0) freed++;
    return argument;
}
int main(void) {
    pthread_t a = go(user, 0), b = go(user, 1);
    end(a);
    end(b);
    assert(freed == 1);
    return 0;
}
