// library_headers_engine.cpp: the engine's entry points for one thread, in the fewest words.
#include <pthread.h>
#include <cstdlib>
#include "interleave_abi.h"
int locked_together = 0;
extern "C" {
void interleave_sem_acquire(void*, long* c) {
    if (*c <= 0) std::abort();
    --*c;
}
int interleave_sem_try_acquire(void*, long* c) { return *c > 0 ? (--*c, 1) : 0; }
int interleave_sem_acquire_for(void*, long* c, long long ns) {
    if (ns < 0) std::abort();
    return *c > 0 ? (--*c, 1) : 0;
}
void interleave_sem_release(void*, long* c, long u, long m) {
    if (*c + u > m) std::abort();
    *c += u;
}
void interleave_latch_count_down(void*, long* c, long u) { *c -= u; }
int interleave_latch_try_wait(void*, long* c) { return *c == 0; }
void interleave_latch_wait(void*, long* c) {
    if (*c) std::abort();
}
void interleave_latch_arrive_and_wait(void*, long* c, long u) {
    *c -= u;
    if (*c) std::abort();
}
int interleave_barrier_arrive(void*, long* r, long u) { return (*r -= u) == 0; }
void interleave_barrier_release(void*, unsigned long* p) { ++*p; }
void interleave_barrier_wait(void*, const unsigned long* p, unsigned long o) {
    if (*p == o) std::abort();
}
void interleave_atomic_wait(const void*, int (*e)(const void*), const void* c) {
    if (e(c)) std::abort();
}
void interleave_atomic_notify(const void*, int) {}
void interleave_lock_all(void* const* m, unsigned n, unsigned kinds) {
    locked_together = int(n);
    for (unsigned i = 0; i < n; ++i)
        if (kinds ? pthread_rwlock_wrlock((pthread_rwlock_t*)m[i]) : pthread_mutex_lock((pthread_mutex_t*)m[i]))
            std::abort();
}
}
