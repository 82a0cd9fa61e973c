// expect: data-race|signal|misuse
// about: the last one frees; another one still reads
#include "go.h"
static atomic_int references = 1;
static int *object;
THREAD(reader) {
    if (references > 0) {
        references++;
        int value = *object;
        assert(value == 7);
        references--;
    }
    return argument;
}
int main(void) {
    object = malloc(sizeof(int));
    *object = 7;
    pthread_t a = go(reader, 0);
    if (--references == 0) free(object);
    end(a);
    return 0;
}
