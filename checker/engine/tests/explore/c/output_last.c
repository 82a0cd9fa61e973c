// expect: nondeterministic
// outputs: 1\n || 2\n || 3\n
// about: who writes last is printed
#include "go.h"
static atomic_int last;
THREAD(body) {
    last = NUMBER;
    return argument;
}
int main(void) {
    pthread_t a = go(body, 1), b = go(body, 2), c = go(body, 3);
    end(a);
    end(b);
    end(c);
    printf("%d\n", last);
    return 0;
}
