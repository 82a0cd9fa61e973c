// expect: data-race
// about: each thread is given the address of the same loop variable
#include "go.h"
static atomic_int seen[3];
static void *body(void *argument) {
    seen[*(int *)argument % 3]++;
    return 0;
}
int main(void) {
    pthread_t t[3];
    int i;
    for (i = 0; i < 3; i++) pthread_create(&t[i], 0, body, &i);
    for (int k = 0; k < 3; k++) end(t[k]);
    return 0;
}
