// expect: passed
// output: done\n
// about: the request counts itself in first, and looks then
#include "go.h"
static atomic_int stopping, stopped, pending = 1, released;
static void io_end(void) {
    if (atomic_fetch_sub(&pending, 1) == 1) released = 1;
}
THREAD(request) {
    pending++;
    if (!stopping) assert(!stopped);
    io_end();
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
    puts("done");
    return 0;
}
