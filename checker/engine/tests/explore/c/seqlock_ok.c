// expect: passed
// output: done\n
// about: sequence lock with atomic data
#include "go.h"
static atomic_int sequence, x, y;
THREAD(writer) {
    sequence++;
    x = 1;
    y = 1;
    sequence++;
    return argument;
}
THREAD(reader) {
    int before, a, b;
    do {
        before = sequence;
        a = x;
        b = y;
        if (before % 2 != 0 || before != sequence) sched_yield();
    } while (before % 2 != 0 || before != sequence);
    assert(a == b);
    return argument;
}
int main(void) {
    pthread_t a = go(writer, 0), b = go(reader, 0);
    end(a);
    end(b);
    puts("done");
    return 0;
}
