// expect: passed
// output: done\n
// budget: 500
// about: threads put messages into a hash table with compare-exchange; too few threads for a collision
#include "go.h"
enum { size = 16, count = 3 };
static atomic_int table[size];
THREAD(indexer) {
    for (int n = 1; n <= 2; n++) {
        int word = n * 11 + NUMBER, slot = (word * 7) % size, empty = 0;
        while (!atomic_compare_exchange_strong(&table[slot], &empty, word)) {
            slot = (slot + 1) % size;
            empty = 0;
        }
    }
    return argument;
}
int main(void) {
    pthread_t t[count];
    int used = 0;
    for (int i = 0; i < count; i++) t[i] = go(indexer, i);
    for (int i = 0; i < count; i++) end(t[i]);
    for (int i = 0; i < size; i++) used += table[i] != 0;
    assert(used == 2 * count);
    puts("done");
    return 0;
}
