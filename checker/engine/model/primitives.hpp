// primitives.hpp: what the blocking primitives do, by their specified semantics. Called by the interposed functions
// while a hand-in thread is running; `pc` is the address to return to in the hand-in. Errors are errno values, as in
// POSIX.
#pragma once

#include "model/execution.hpp"

#include <cstdint>

namespace interleave {

inline constexpr std::uint64_t no_deadline = ~std::uint64_t{0};

// Mutexes: pthread_mutex_t in memory. Kinds as in PTHREAD_MUTEX_*.
int lock_mutex(void* mutex, std::uint64_t deadline, std::uintptr_t pc);
int try_lock_mutex(void* mutex, std::uintptr_t pc);
int unlock_mutex(void* mutex, std::uintptr_t pc);
int destroy_mutex(void* mutex);
int make_consistent(void* mutex);
// Of robust mutexes, whose owner may have ended: whether none can have it any more; what its new owner is told (0 or
// EOWNERDEAD); giving it back, after which it is lost if it was not made consistent.
bool is_not_recoverable(const Object& mutex);
int owner_error(const Object& mutex);
void let_go(Object& mutex);
// The robust ones among those that the thread, which ends, still holds.
void abandon_robust_mutexes(Thread& thread);
void lock_all(void* const* mutexes, unsigned count, bool shared_kind, std::uintptr_t pc);
// What the thread's next operation is about: of several mutexes one that is not free.
Object* waits_for(const Thread& thread);
// Parts of waiting on a condition.
bool mutex_is_free(const Object& mutex);
Object& mutex_object(void* mutex);
void take_mutex(Object& mutex);
void give_mutex(Object& mutex);

// Whether the thread, which did not get another mutex at its last try, now asks for this one again: it has let go and
// begins anew, as politely as if it had said so by a yield.
bool begins_anew(const Object& mutex);

// Spin locks: pthread_spinlock_t in memory.
int lock_spin(volatile int* lock, std::uintptr_t pc);
int try_lock_spin(volatile int* lock, std::uintptr_t pc);
int unlock_spin(volatile int* lock, std::uintptr_t pc);

// Shared mutexes: pthread_rwlock_t in memory.
int lock_exclusive(void* lock, std::uint64_t deadline, std::uintptr_t pc);
int lock_shared(void* lock, std::uint64_t deadline, std::uintptr_t pc);
int try_lock_exclusive(void* lock, std::uintptr_t pc);
int try_lock_shared(void* lock, std::uintptr_t pc);
int unlock_any(void* lock, std::uintptr_t pc);

// Conditions: pthread_cond_t in memory.
int wait_condition(void* condition, void* mutex, std::uint64_t deadline, std::uintptr_t pc);
void notify_condition(void* condition, bool all, std::uintptr_t pc);
int destroy_condition(void* condition);

// Counting things. `count` is the counter in the program's memory.
bool acquire_semaphore(Object& semaphore, long* count, std::uint64_t deadline, std::uintptr_t pc);
bool try_acquire_semaphore(Object& semaphore, long* count, std::uintptr_t pc);
void release_semaphore(Object& semaphore, long* count, long update, long max, std::uintptr_t pc);
void count_down_latch(Object& latch, long* count, long update, std::uintptr_t pc);
bool try_wait_latch(Object& latch, long* count, std::uintptr_t pc);
void wait_latch(Object& latch, long* count, std::uintptr_t pc);
bool arrive_at_barrier(Object& barrier, long* remaining, long update, std::uintptr_t pc);
void release_barrier(Object& barrier, unsigned long* phase, std::uintptr_t pc);
void wait_at_barrier(Object& barrier, const unsigned long* phase, unsigned long old_phase, std::uintptr_t pc);

// Waiting for an address: atomic<T>::wait and the futex system call. False: the deadline passed. `at_once` is told
// whether there was nothing to wait for.
bool wait_on_address(Object& object, bool (*still_blocked)(const void* context), const void* context,
                     std::uint64_t deadline, std::uintptr_t pc, bool* at_once = nullptr);
unsigned notify_address(Object& object, unsigned most, std::uintptr_t pc);

// Initialisation once. True: the caller is to run the initialiser and then call end_once.
bool begin_once(Object& once, const std::int32_t* state, std::uintptr_t pc);
void end_once(Object& once, std::int32_t* state, bool done);

// Threads.
int join_thread(Thread& thread, void** result, std::uintptr_t pc);
void run_thread_destructors(Thread& thread);
void yield_thread(std::uintptr_t pc);
void sleep_until(std::uint64_t deadline, std::uintptr_t pc);

// Standard output.
void write_output(const char* text, std::size_t size, std::uintptr_t pc);
void output_step(std::uintptr_t pc);
void append_output(const char* text, std::size_t size);

}  // namespace interleave
