// pthread_sync.cpp: mutexes, shared mutexes, conditions, barriers, once and semaphores of POSIX.
//
// While no hand-in thread is running the C library's own functions do the work.
#include "interpose/export.hpp"
#include "interpose/process.hpp"
#include "interpose/real.hpp"
#include "interpose/virtual_time.hpp"
#include "model/primitives.hpp"
#include "model/quick_mutex.hpp"

#include <pthread.h>
#include <semaphore.h>
#include <cerrno>
#include <climits>
#include <cstring>

using namespace interleave;

#define INTERLEAVE_PASS(NAME, ...) \
    if (!exec.active) return INTERLEAVE_REAL(NAME)(__VA_ARGS__)

// A function that is one call of the model while a hand-in thread is running.
#define INTERLEAVE_CALL(NAME, PARAMETERS, ARGUMENTS, ...)         \
    INTERLEAVE_EXPORT int NAME PARAMETERS {                       \
        if (!exec.active) return INTERLEAVE_REAL(NAME) ARGUMENTS; \
        return __VA_ARGS__;                                       \
    }

// --- mutexes ---------------------------------------------------------------------------------------------------------

INTERLEAVE_EXPORT int pthread_mutex_init(pthread_mutex_t* mutex, const pthread_mutexattr_t* attributes) {
    const int error = INTERLEAVE_REAL(pthread_mutex_init)(mutex, attributes);
    if (exec.active) std::memset(mutex, 0, 8);
    return error;
}
INTERLEAVE_CALL(pthread_mutex_destroy, (pthread_mutex_t * mutex), (mutex), destroy_mutex(mutex))
INTERLEAVE_EXPORT int pthread_mutex_lock(pthread_mutex_t* mutex) {
    INTERLEAVE_PASS(pthread_mutex_lock, mutex);
    const std::uintptr_t pc = INTERLEAVE_PC;
    return exec.lock_quickly(mutex, pc) ? 0 : lock_mutex(mutex, no_deadline, pc);
}
INTERLEAVE_EXPORT int pthread_mutex_unlock(pthread_mutex_t* mutex) {
    INTERLEAVE_PASS(pthread_mutex_unlock, mutex);
    return exec.unlock_quickly(mutex) ? 0 : unlock_mutex(mutex, INTERLEAVE_PC);
}
INTERLEAVE_CALL(pthread_mutex_trylock, (pthread_mutex_t * mutex), (mutex), try_lock_mutex(mutex, INTERLEAVE_PC))
INTERLEAVE_CALL(pthread_mutex_timedlock, (pthread_mutex_t * mutex, const timespec* until), (mutex, until),
                lock_mutex(mutex, deadline_of(CLOCK_REALTIME, until), INTERLEAVE_PC))
INTERLEAVE_CALL(pthread_mutex_clocklock, (pthread_mutex_t * mutex, clockid_t clock, const timespec* until),
                (mutex, clock, until), lock_mutex(mutex, deadline_of(clock, until), INTERLEAVE_PC))
INTERLEAVE_CALL(pthread_mutex_consistent, (pthread_mutex_t * mutex) noexcept, (mutex), make_consistent(mutex))

INTERLEAVE_EXPORT int pthread_spin_init(pthread_spinlock_t* lock, int shared) {
    static_cast<void>(shared);
    *lock = 0;
    return 0;
}
INTERLEAVE_EXPORT int pthread_spin_destroy(pthread_spinlock_t*) { return 0; }
INTERLEAVE_EXPORT int pthread_spin_lock(pthread_spinlock_t* lock) {
    if (exec.active) return lock_spin(lock, INTERLEAVE_PC);
    *lock = 1;
    return 0;
}
INTERLEAVE_EXPORT int pthread_spin_trylock(pthread_spinlock_t* lock) {
    if (exec.active) return try_lock_spin(lock, INTERLEAVE_PC);
    return *lock == 0 ? (*lock = 1, 0) : EBUSY;
}
INTERLEAVE_EXPORT int pthread_spin_unlock(pthread_spinlock_t* lock) {
    if (exec.active) return unlock_spin(lock, INTERLEAVE_PC);
    *lock = 0;
    return 0;
}

// --- shared mutexes --------------------------------------------------------------------------------------------------

INTERLEAVE_EXPORT int pthread_rwlock_init(pthread_rwlock_t* lock, const pthread_rwlockattr_t* attributes) {
    const int error = INTERLEAVE_REAL(pthread_rwlock_init)(lock, attributes);
    if (exec.active) std::memset(lock, 0, 8);
    return error;
}
INTERLEAVE_EXPORT int pthread_rwlock_destroy(pthread_rwlock_t* lock) {
    if (exec.active) std::memset(lock, 0, 8);
    return 0;
}
INTERLEAVE_CALL(pthread_rwlock_rdlock, (pthread_rwlock_t * lock), (lock), lock_shared(lock, no_deadline, INTERLEAVE_PC))
INTERLEAVE_CALL(pthread_rwlock_tryrdlock, (pthread_rwlock_t * lock), (lock), try_lock_shared(lock, INTERLEAVE_PC))
INTERLEAVE_CALL(pthread_rwlock_timedrdlock, (pthread_rwlock_t * lock, const timespec* until), (lock, until),
                lock_shared(lock, deadline_of(CLOCK_REALTIME, until), INTERLEAVE_PC))
INTERLEAVE_CALL(pthread_rwlock_clockrdlock, (pthread_rwlock_t * lock, clockid_t clock, const timespec* until),
                (lock, clock, until), lock_shared(lock, deadline_of(clock, until), INTERLEAVE_PC))
INTERLEAVE_CALL(pthread_rwlock_wrlock, (pthread_rwlock_t * lock), (lock),
                lock_exclusive(lock, no_deadline, INTERLEAVE_PC))
INTERLEAVE_CALL(pthread_rwlock_trywrlock, (pthread_rwlock_t * lock), (lock), try_lock_exclusive(lock, INTERLEAVE_PC))
INTERLEAVE_CALL(pthread_rwlock_timedwrlock, (pthread_rwlock_t * lock, const timespec* until), (lock, until),
                lock_exclusive(lock, deadline_of(CLOCK_REALTIME, until), INTERLEAVE_PC))
INTERLEAVE_CALL(pthread_rwlock_clockwrlock, (pthread_rwlock_t * lock, clockid_t clock, const timespec* until),
                (lock, clock, until), lock_exclusive(lock, deadline_of(clock, until), INTERLEAVE_PC))
INTERLEAVE_CALL(pthread_rwlock_unlock, (pthread_rwlock_t * lock), (lock), unlock_any(lock, INTERLEAVE_PC))

// --- conditions ------------------------------------------------------------------------------------------------------

namespace {
// Behind the engine's tag: the clock that pthread_cond_timedwait measures with.
std::int32_t& condition_clock(pthread_cond_t* condition) { return reinterpret_cast<std::int32_t*>(condition)[2]; }
}  // namespace

INTERLEAVE_EXPORT int pthread_cond_init(pthread_cond_t* condition, const pthread_condattr_t* attributes) {
    // Also before main(): what global constructors initialise is used in executions.
    std::memset(condition, 0, sizeof *condition);
    clockid_t clock = CLOCK_REALTIME;
    if (attributes != nullptr) pthread_condattr_getclock(attributes, &clock);
    condition_clock(condition) = clock;
    return 0;
}
INTERLEAVE_CALL(pthread_cond_destroy, (pthread_cond_t * condition), (condition), destroy_condition(condition))
INTERLEAVE_CALL(pthread_cond_wait, (pthread_cond_t * condition, pthread_mutex_t* mutex), (condition, mutex),
                wait_condition(condition, mutex, no_deadline, INTERLEAVE_PC))
INTERLEAVE_CALL(pthread_cond_timedwait, (pthread_cond_t * condition, pthread_mutex_t* mutex, const timespec* until),
                (condition, mutex, until),
                wait_condition(condition, mutex, deadline_of(condition_clock(condition), until), INTERLEAVE_PC))
INTERLEAVE_CALL(pthread_cond_clockwait,
                (pthread_cond_t * condition, pthread_mutex_t* mutex, clockid_t clock, const timespec* until),
                (condition, mutex, clock, until),
                wait_condition(condition, mutex, deadline_of(clock, until), INTERLEAVE_PC))
INTERLEAVE_CALL(pthread_cond_signal, (pthread_cond_t * condition), (condition),
                (notify_condition(condition, false, INTERLEAVE_PC), 0))
INTERLEAVE_CALL(pthread_cond_broadcast, (pthread_cond_t * condition), (condition),
                (notify_condition(condition, true, INTERLEAVE_PC), 0))

// --- barriers --------------------------------------------------------------------------------------------------------

namespace {
// The engine's own layout within the 32 bytes of a pthread_barrier_t.
struct BarrierBytes {
    std::uint64_t tag;
    std::uint32_t expected, remaining;
    unsigned long phase;
};
static_assert(sizeof(BarrierBytes) <= sizeof(pthread_barrier_t));
}  // namespace

INTERLEAVE_EXPORT int pthread_barrier_init(pthread_barrier_t* barrier, const pthread_barrierattr_t* attributes,
                                           unsigned count) {
    static_cast<void>(attributes);
    if (count == 0 || count > INT_MAX) return EINVAL;
    std::memset(barrier, 0, sizeof *barrier);
    auto* bytes = reinterpret_cast<BarrierBytes*>(barrier);
    bytes->expected = bytes->remaining = count;
    return 0;
}
INTERLEAVE_EXPORT int pthread_barrier_destroy(pthread_barrier_t* barrier) {
    static_cast<void>(barrier);
    return 0;
}
INTERLEAVE_EXPORT int pthread_barrier_wait(pthread_barrier_t* barrier) {
    INTERLEAVE_PASS(pthread_barrier_wait, barrier);
    auto* bytes = reinterpret_cast<BarrierBytes*>(barrier);
    Object& object = exec.tagged(barrier, ObjectKind::barrier);
    long remaining = bytes->remaining;
    // The count may change while this thread waits for its turn: read it where the step takes place.
    exec.step({.op = Op::arrive, .object = &object, .pc = INTERLEAVE_PC});
    remaining = --bytes->remaining;
    object.value = remaining;
    exec.release(object.clock);
    exec.changed(object);
    if (remaining == 0) {
        exec.acquire(object.clock);
        bytes->remaining = bytes->expected;
        release_barrier(object, &bytes->phase, INTERLEAVE_PC);
        return PTHREAD_BARRIER_SERIAL_THREAD;
    }
    wait_at_barrier(object, &bytes->phase, bytes->phase, INTERLEAVE_PC);
    return 0;
}

// --- once ------------------------------------------------------------------------------------------------------------

INTERLEAVE_EXPORT int pthread_once(pthread_once_t* control, void (*initialise)()) {
    // The libraries' own initialisations happen once in the life of the process.
    if (!exec.active || !(in_hand_in_data(control) || in_hand_in_memory(control)))
        return INTERLEAVE_REAL(pthread_once)(control, initialise);
    auto* state = reinterpret_cast<std::int32_t*>(control);
    Object& object = exec.at(control, ObjectKind::once);
    if (!begin_once(object, state, INTERLEAVE_PC)) return 0;
    *state = 1;
    try {
        initialise();
    } catch (...) {
        end_once(object, state, false);
        throw;
    }
    end_once(object, state, true);
    return 0;
}

// --- semaphores ------------------------------------------------------------------------------------------------------

namespace {
struct SemaphoreBytes {
    std::uint64_t tag;
    long count;
};
static_assert(sizeof(SemaphoreBytes) <= sizeof(sem_t));
long* count_of(sem_t* semaphore) { return &reinterpret_cast<SemaphoreBytes*>(semaphore)->count; }
Object& semaphore_object(sem_t* semaphore) { return exec.tagged(semaphore, ObjectKind::semaphore); }
int fail_with(int error) {
    errno = error;
    return -1;
}
int wait_until(sem_t* semaphore, std::uint64_t deadline, std::uintptr_t pc) {
    const bool got = acquire_semaphore(semaphore_object(semaphore), count_of(semaphore), deadline, pc);
    return got ? 0 : fail_with(ETIMEDOUT);
}
}  // namespace

INTERLEAVE_EXPORT int sem_init(sem_t* semaphore, int shared, unsigned value) {
    static_cast<void>(shared);
    if (value > static_cast<unsigned>(SEM_VALUE_MAX)) return fail_with(EINVAL);
    std::memset(semaphore, 0, sizeof *semaphore);
    *count_of(semaphore) = value;
    return 0;
}
INTERLEAVE_EXPORT int sem_destroy(sem_t* semaphore) {
    static_cast<void>(semaphore);
    return 0;
}
INTERLEAVE_EXPORT int sem_wait(sem_t* semaphore) {
    if (!exec.active) return --*count_of(semaphore), 0;
    acquire_semaphore(semaphore_object(semaphore), count_of(semaphore), no_deadline, INTERLEAVE_PC);
    return 0;
}
INTERLEAVE_CALL(sem_trywait, (sem_t * semaphore), (semaphore),
                try_acquire_semaphore(semaphore_object(semaphore), count_of(semaphore), INTERLEAVE_PC)
                    ? 0
                    : fail_with(EAGAIN))
INTERLEAVE_CALL(sem_timedwait, (sem_t * semaphore, const timespec* until), (semaphore, until),
                wait_until(semaphore, deadline_of(CLOCK_REALTIME, until), INTERLEAVE_PC))
INTERLEAVE_CALL(sem_clockwait, (sem_t * semaphore, clockid_t clock, const timespec* until), (semaphore, clock, until),
                wait_until(semaphore, deadline_of(clock, until), INTERLEAVE_PC))
INTERLEAVE_EXPORT int sem_post(sem_t* semaphore) {
    if (!exec.active) return ++*count_of(semaphore), 0;
    release_semaphore(semaphore_object(semaphore), count_of(semaphore), 1, SEM_VALUE_MAX, INTERLEAVE_PC);
    return 0;
}
INTERLEAVE_EXPORT int sem_getvalue(sem_t* semaphore, int* value) {
    INTERLEAVE_PASS(sem_getvalue, semaphore, value);
    Object& object = semaphore_object(semaphore);
    exec.step({.op = Op::atomic_load, .object = &object, .pc = INTERLEAVE_PC});
    exec.touch(object, true);  // posts commute with each other, not with this
    *value = static_cast<int>(*count_of(semaphore));
    exec.looked(object, INTERLEAVE_PC, false);
    return 0;
}
INTERLEAVE_EXPORT sem_t* sem_open(const char* name, int flags, ...) {
    static_cast<void>(name);
    static_cast<void>(flags);
    if (exec.active)
        refuse(FailureKind::unsupported, "sem_open()", "named semaphores (sem_open) are not supported", INTERLEAVE_PC);
    errno = ENOSYS;
    return SEM_FAILED;
}
