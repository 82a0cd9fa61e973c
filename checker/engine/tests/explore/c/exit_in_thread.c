// expect: exit
// about: a thread ends the whole program while main still works
#include "go.h"
THREAD(body) {
    exit(0);
    return argument;
}
int main(void) {
    pthread_t t = go(body, 0);
    end(t);
    puts("never");
    return 0;
}
