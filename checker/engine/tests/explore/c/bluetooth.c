// expect: abort
// about: driver that is stopped between a request's look at the flag and its counting itself in
#include "go.h"
static atomic_int stopping, stopped, pending = 1, released;
static int io_begin(void) {
    if (stopping) return -1;
    pending++;
    return 0;
}
static void io_end(void) {
    if (atomic_fetch_sub(&pending, 1) == 1) released = 1;
}
THREAD(request) {
    if (io_begin() == 0) {
        assert(!stopped);
        io_end();
    }
    return argument;
}
THREAD(stop) {
    stopping = 1;
    io_end();
    if (released) stopped = 1;
    return argument;
}
int main(void) {
    pthread_t a = go(request, 0), b = go(stop, 0);
    end(a);
    end(b);
    return 0;
}
