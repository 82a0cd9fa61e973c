// expect: abort
// about: as in a database server: the log is closed and opened again, and an entry in between is lost
#include "go.h"
static Lock m = LOCK_INIT;
static atomic_int is_open = 1, written;
THREAD(rotate) {
    lock(&m);
    is_open = 0;
    unlock(&m);
    lock(&m);
    is_open = 1;
    unlock(&m);
    return argument;
}
THREAD(insert) {
    if (is_open) {
        lock(&m);
        written++;
        unlock(&m);
    }
    return argument;
}
int main(void) {
    pthread_t a = go(rotate, 0), b = go(insert, 0);
    end(a);
    end(b);
    assert(written == 1);
    return 0;
}
