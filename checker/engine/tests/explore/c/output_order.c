// expect: nondeterministic
// outputs: 1\n2\n || 2\n1\n
// about: two threads print
#include "go.h"
THREAD(body) {
    printf("%d\n", NUMBER);
    return argument;
}
int main(void) {
    pthread_t a = go(body, 1), b = go(body, 2);
    end(a);
    end(b);
    return 0;
}
