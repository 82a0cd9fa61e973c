// expect: passed
// output: 1\n
// about: who brings it to zero, by the value that the decrement returns, frees
#include "go.h"
static atomic_int references = 2, freed;
static int *object;
THREAD(user) {
    int value = *object;
    assert(value == 7);
    if (atomic_fetch_sub(&references, 1) == 1) {
        free(object);
        freed++;
    }
    return argument;
}
int main(void) {
    object = malloc(sizeof(int));
    *object = 7;
    pthread_t a = go(user, 0), b = go(user, 1);
    end(a);
    end(b);
    printf("%d\n", freed);
    return 0;
}
