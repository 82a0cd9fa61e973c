// expect: data-race
// about: double-checked locking with a plain pointer
#include "go.h"
static Lock m = LOCK_INIT;
static int *instance = 0;
THREAD(user) {
    if (instance == 0) {
        lock(&m);
        if (instance == 0) {
            int *fresh = malloc(sizeof(int));
            *fresh = 42;
            instance = fresh;
        }
        unlock(&m);
    }
    assert(*instance == 42);
    return argument;
}
int main(void) {
    pthread_t a = go(user, 0), b = go(user, 1);
    end(a);
    end(b);
    free(instance);
    return 0;
}
