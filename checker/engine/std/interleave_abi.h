// interleave_abi.h: the entry points of libinterleave.so that the library headers beside this file call.
//
// Each call is one visible operation of the calling thread. `count`, `remaining` and `phase` point into the object; the
// engine reads and changes them, instrumented code never does. Broken preconditions (a negative update, more permits
// than the maximum, more arrivals than expected) are passed on unchecked: the engine reports them as misuse.
#ifndef INTERLEAVE_ABI_H
#define INTERLEAVE_ABI_H 1

// For the few library functions that look at their own members: no hooks, hence no events.
#if defined __clang__
#define INTERLEAVE_UNSEEN __attribute__((no_sanitize("thread"), disable_sanitizer_instrumentation, noinline))
#else
#define INTERLEAVE_UNSEEN __attribute__((no_sanitize_thread, noinline))
#endif

extern "C" {

// Semaphores: `sem` identifies the object, *count is its number of permits. Time-outs are relative.
void interleave_sem_acquire(void* sem, long* count);
int interleave_sem_try_acquire(void* sem, long* count);  // 1: got it
int interleave_sem_acquire_for(void* sem, long* count, long long nanoseconds);  // 1: got it
void interleave_sem_release(void* sem, long* count, long update, long max);

// Latches: *count is the number of arrivals still expected.
void interleave_latch_count_down(void* latch, long* count, long update);
int interleave_latch_try_wait(void* latch, long* count);
void interleave_latch_wait(void* latch, long* count);
void interleave_latch_arrive_and_wait(void* latch, long* count, long update);

// Barriers. arrive subtracts from *remaining and returns 1 to the last arrival of a phase; its caller then runs the
// completion function, sets *remaining anew, and calls release, which increments *phase and wakes all waiters of the
// old one. All arrivals happen-before arrive's return of 1 and before the waiters' return. wait blocks while
// *phase == old_phase.
int interleave_barrier_arrive(void* barrier, long* remaining, long update);
void interleave_barrier_release(void* barrier, unsigned long* phase);
void interleave_barrier_wait(void* barrier, const unsigned long* phase, unsigned long old_phase);

// Atomic waiting. wait returns at once if !still_equal(context), else blocks until it was notified at this address and
// still_equal no longer holds. still_equal loads the atomic object with the caller's memory order; it is called by the
// engine on behalf of the waiting thread, and what it loads is part of this operation.
void interleave_atomic_wait(const void* address, int (*still_equal)(const void* context), const void* context);
void interleave_atomic_notify(const void* address, int all);

// Takes several locks in one step, once all can be taken. Kinds: 0 pthread_mutex_t*, 1 pthread_rwlock_t* (exclusively).
void interleave_lock_all(void* const* mutexes, unsigned count, unsigned kinds);

}  // extern "C"

#endif
