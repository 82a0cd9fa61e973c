// expect: abort
// about: append reads the other buffer's length, and copies so much from it in a second step, when it may be shorter
#include "go.h"
static Lock m = LOCK_INIT;
static char text[8] = "abc";
static int length(void) {
    lock(&m);
    int n = (int)strlen(text);
    unlock(&m);
    return n;
}
THREAD(append) {
    int n = length();
    lock(&m);
    assert(n <= (int)strlen(text));
    unlock(&m);
    return argument;
}
THREAD(cut) {
    lock(&m);
    text[0] = '\0';
    unlock(&m);
    return argument;
}
int main(void) {
    pthread_t a = go(append, 0), b = go(cut, 0);
    end(a);
    end(b);
    return 0;
}
