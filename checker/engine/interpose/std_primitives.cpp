// std_primitives.cpp: the entry points of checker/engine/std/: semaphores, latches, barriers, atomic waiting,
// std::lock.
#include "interpose/export.hpp"
#include "model/primitives.hpp"

using namespace interleave;

namespace {

// Before and after an execution one thread uses these objects (global constructors, for example).
bool idle() { return !exec.active; }

Object& semaphore(void* address) { return exec.at(address, ObjectKind::semaphore); }
Object& latch_at(void* address) { return exec.at(address, ObjectKind::latch); }
Object& barrier_at(void* address) { return exec.at(address, ObjectKind::barrier); }

}  // namespace

INTERLEAVE_EXPORT void interleave_sem_acquire(void* address, long* count) {
    if (idle()) return void(--*count);
    acquire_semaphore(semaphore(address), count, no_deadline, INTERLEAVE_PC);
}
INTERLEAVE_EXPORT int interleave_sem_try_acquire(void* address, long* count) {
    if (idle()) return *count > 0 ? (--*count, 1) : 0;
    return try_acquire_semaphore(semaphore(address), count, INTERLEAVE_PC);
}
INTERLEAVE_EXPORT int interleave_sem_acquire_for(void* address, long* count, long long duration) {
    if (idle()) return *count > 0 ? (--*count, 1) : 0;
    const std::uint64_t deadline = exec.now + (duration > 0 ? static_cast<std::uint64_t>(duration) : 0);
    return acquire_semaphore(semaphore(address), count, deadline, INTERLEAVE_PC);
}
INTERLEAVE_EXPORT void interleave_sem_release(void* address, long* count, long update, long max) {
    if (idle()) return void(*count += update);
    release_semaphore(semaphore(address), count, update, max, INTERLEAVE_PC);
}

INTERLEAVE_EXPORT void interleave_latch_count_down(void* address, long* count, long update) {
    if (idle()) return void(*count -= update);
    count_down_latch(latch_at(address), count, update, INTERLEAVE_PC);
}
INTERLEAVE_EXPORT int interleave_latch_try_wait(void* address, long* count) {
    if (idle()) return *count == 0;
    return try_wait_latch(latch_at(address), count, INTERLEAVE_PC);
}
INTERLEAVE_EXPORT void interleave_latch_wait(void* address, long* count) {
    if (idle()) return;
    wait_latch(latch_at(address), count, INTERLEAVE_PC);
}
INTERLEAVE_EXPORT void interleave_latch_arrive_and_wait(void* address, long* count, long update) {
    if (idle()) return void(*count -= update);
    Object& latch = latch_at(address);
    count_down_latch(latch, count, update, INTERLEAVE_PC);
    wait_latch(latch, count, INTERLEAVE_PC);
}

INTERLEAVE_EXPORT int interleave_barrier_arrive(void* address, long* remaining, long update) {
    if (idle()) return (*remaining -= update) == 0;
    return arrive_at_barrier(barrier_at(address), remaining, update, INTERLEAVE_PC);
}
INTERLEAVE_EXPORT void interleave_barrier_release(void* address, unsigned long* phase) {
    if (idle()) return void(++*phase);
    release_barrier(barrier_at(address), phase, INTERLEAVE_PC);
}
INTERLEAVE_EXPORT void interleave_barrier_wait(void* address, const unsigned long* phase, unsigned long old_phase) {
    if (idle()) return;
    wait_at_barrier(barrier_at(address), phase, old_phase, INTERLEAVE_PC);
}

namespace {
struct StillEqual {
    int (*ask)(const void*);
    const void* context;
};
}  // namespace

INTERLEAVE_EXPORT void interleave_atomic_wait(const void* address, int (*still_equal)(const void*),
                                              const void* context) {
    if (idle()) return;
    const StillEqual question{still_equal, context};
    wait_on_address(
        exec.at(address, ObjectKind::atomic),
        [](const void* asked) {
            const auto& here = *static_cast<const StillEqual*>(asked);
            return here.ask(here.context) != 0;
        },
        &question, no_deadline, INTERLEAVE_PC);
}
INTERLEAVE_EXPORT void interleave_atomic_notify(const void* address, int all) {
    if (idle()) return;
    notify_address(exec.at(address, ObjectKind::atomic), all != 0 ? 0xffff : 1, INTERLEAVE_PC);
}

INTERLEAVE_EXPORT void interleave_lock_all(void* const* mutexes, unsigned count, unsigned kinds) {
    if (idle()) return;
    lock_all(mutexes, count, kinds == 1, INTERLEAVE_PC);
}
