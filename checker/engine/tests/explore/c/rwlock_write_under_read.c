// expect: data-race
// about: a counter of uses is increased under the shared lock
#include "go.h"
static pthread_rwlock_t door = PTHREAD_RWLOCK_INITIALIZER;
static int uses;
THREAD(reader) {
    pthread_rwlock_rdlock(&door);
    uses++;
    pthread_rwlock_unlock(&door);
    return argument;
}
int main(void) {
    pthread_t a = go(reader, 0), b = go(reader, 1);
    end(a);
    end(b);
    return 0;
}
