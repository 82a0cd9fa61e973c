// expect: data-race
// about: a reader leaves by a relaxed decrement: the writer comes in, but not after it
#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
static atomic_int word;
static int x, y;
static void* writer(void* p) {
    int free = 0;
    while (!atomic_compare_exchange_weak_explicit(&word, &free, -1, memory_order_acquire, memory_order_relaxed)) free = 0;
    x = 3;
    y = 3;
    atomic_store_explicit(&word, 0, memory_order_release);
    return p;
}
static void* reader(void* p) {
    int n = 0;
    while (!atomic_compare_exchange_strong_explicit(&word, &n, n + 1, memory_order_acquire, memory_order_relaxed)) if (n < 0) n = 0;
    assert(x == y);
    atomic_fetch_sub_explicit(&word, 1, memory_order_relaxed);
    return p;
}
int main(void) {
    pthread_t w, r;
    pthread_create(&w, 0, writer, 0);
    pthread_create(&r, 0, reader, 0);
    pthread_join(w, 0);
    pthread_join(r, 0);
}
