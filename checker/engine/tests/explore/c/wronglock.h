// wronglock.h: one thread reads twice under one lock; RIGHT others change the value under the same lock, WRONG others
// under another one.
#include "go.h"
static Lock data_lock = LOCK_INIT, other_lock = LOCK_INIT;
static atomic_int data;
THREAD(reader) {
    lock(&data_lock);
    int x = data;
    data++;
    assert(data == x + 1);
    unlock(&data_lock);
    return argument;
}
THREAD(writer) {
    Lock *mine = NUMBER < RIGHT ? &data_lock : &other_lock;
    lock(mine);
    data++;
    unlock(mine);
    return argument;
}
int main(void) {
    pthread_t t[1 + RIGHT + WRONG];
    t[0] = go(reader, 0);
    for (int i = 0; i < RIGHT + WRONG; i++) t[1 + i] = go(writer, i);
    for (int i = 0; i < 1 + RIGHT + WRONG; i++) end(t[i]);
    puts("done");
    return 0;
}
