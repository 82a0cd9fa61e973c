// expect: abort
// about: circular buffer: the sender does not look whether it is full
#include "go.h"
enum { size = 2, count = 4 };
static Lock m = LOCK_INIT;
static int buffer[size], first, next, used;
static atomic_int received;
THREAD(sender) {
    for (int i = 1; i <= count; i++) {
        lock(&m);
        buffer[next] = i;
        next = (next + 1) % size;
        used++;
        unlock(&m);
    }
    return argument;
}
THREAD(receiver) {
    for (int i = 1; i <= count; i++) {
        lock(&m);
        if (used > 0) {
            int value = buffer[first];
            first = (first + 1) % size;
            used--;
            assert(value == received + 1);
            received = value;
        }
        unlock(&m);
    }
    return argument;
}
int main(void) {
    pthread_t a = go(sender, 0), b = go(receiver, 0);
    end(a);
    end(b);
    return 0;
}
