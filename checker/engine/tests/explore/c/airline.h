// airline.h: agents sell seats until a flag says that the plane is full; the flag is set after the sale.
#include "go.h"
static atomic_int sold, full;
THREAD(agent) {
    if (!full) {
        sold++;
        if (sold >= SEATS) full = 1;
    }
    return argument;
}
int main(void) {
    pthread_t t[AGENTS];
    for (int i = 0; i < AGENTS; i++) t[i] = go(agent, i);
    for (int i = 0; i < AGENTS; i++) end(t[i]);
    assert(sold <= SEATS);
    puts("done");
    return 0;
}
