// counting.cpp: semaphores, latches, barriers, and initialisation once.
#include "model/primitives.hpp"

#include "trace/recorder.hpp"

#include <string>

namespace interleave {
namespace {

bool has_permit(const Thread& thread) { return *static_cast<const long*>(thread.pending->context) > 0; }
bool is_zero(const Thread& thread) { return *static_cast<const long*>(thread.pending->context) == 0; }
bool always(const Thread&) { return true; }
bool not_running(const Thread& thread) { return *static_cast<const std::int32_t*>(thread.pending->context) != 1; }

struct PhaseWait {
    const unsigned long* phase;
    unsigned long old_phase;
};
bool phase_is_over(const Thread& thread) {
    const auto& wait = *static_cast<const PhaseWait*>(thread.pending->context);
    return *wait.phase != wait.old_phase;
}

void record(Op op, const Object& object, long value, const char* note, std::uintptr_t pc) {
    if (exec.recorder != nullptr) exec.recorder->step(op, &object, std::to_string(value).c_str(), note, pc);
}

}  // namespace

bool acquire_semaphore(Object& semaphore, long* count, std::uint64_t deadline, std::uintptr_t pc) {
    semaphore.value = *count;
    Pending pending{.op = Op::acquire, .object = &semaphore, .enabled = has_permit, .context = count, .pc = pc};
    if (deadline != no_deadline) {
        pending.alternative = Pending::Alternative::timeout;
        pending.alternative_enabled = always;
        pending.deadline = deadline;
    }
    if (exec.step(pending) == Outcome::timed_out) {
        record(Op::timeout, semaphore, *count, "", pc);
        exec.looked(semaphore, pc, true);
        return false;
    }
    *count -= 1;
    semaphore.value = *count;
    exec.acquire(semaphore.clock);
    exec.changed(semaphore);
    record(Op::acquire, semaphore, *count, "", pc);
    return true;
}

bool try_acquire_semaphore(Object& semaphore, long* count, std::uintptr_t pc) {
    semaphore.value = *count;
    exec.step({.op = Op::try_acquire, .object = &semaphore, .pc = pc});
    exec.touch(semaphore, true);  // releases commute with each other, not with this
    if (*count <= 0) {
        record(Op::try_acquire, semaphore, *count, "failed", pc);
        exec.looked(semaphore, pc, true);
        return false;
    }
    *count -= 1;
    semaphore.value = *count;
    exec.acquire(semaphore.clock);
    exec.changed(semaphore);
    record(Op::try_acquire, semaphore, *count, "got it", pc);
    return true;
}

void release_semaphore(Object& semaphore, long* count, long update, long max, std::uintptr_t pc) {
    exec.step({.op = Op::release, .object = &semaphore, .pc = pc});
    if (update < 0 || update > max - *count)
        exec.fail(FailureKind::misuse,
                  thread_name(exec.current->id) + " releases a semaphore beyond its maximum of " + std::to_string(max));
    *count += update;
    semaphore.value = *count;
    exec.release(semaphore.clock);
    exec.changed_among_equals(semaphore);
    record(Op::release, semaphore, *count, "", pc);
}

void count_down_latch(Object& latch, long* count, long update, std::uintptr_t pc) {
    exec.step({.op = Op::arrive, .object = &latch, .pc = pc});
    if (update < 0 || update > *count)
        exec.fail(FailureKind::misuse, thread_name(exec.current->id) + " counts a latch down below zero");
    *count -= update;
    latch.value = *count;
    exec.release(latch.clock);
    exec.changed_among_equals(latch);
    record(Op::arrive, latch, *count, "", pc);
}

bool try_wait_latch(Object& latch, long* count, std::uintptr_t pc) {
    exec.step({.op = Op::wait, .object = &latch, .pc = pc});
    exec.touch(latch, true);  // arrivals commute with each other, not with this
    const bool open = *count == 0;
    record(Op::wait, latch, *count, open ? "open" : "not open yet", pc);
    if (open)
        exec.acquire(latch.clock);
    else
        exec.looked(latch, pc, true);
    return open;
}

void wait_latch(Object& latch, long* count, std::uintptr_t pc) {
    exec.step({.op = Op::wait, .object = &latch, .enabled = is_zero, .context = count, .pc = pc});
    exec.acquire(latch.clock);
    record(Op::wait, latch, *count, "open", pc);
}

bool arrive_at_barrier(Object& barrier, long* remaining, long update, std::uintptr_t pc) {
    exec.step({.op = Op::arrive, .object = &barrier, .pc = pc});
    if (update < 0 || update > *remaining)
        exec.fail(FailureKind::misuse, "more threads arrive at a barrier than it expects");
    *remaining -= update;
    barrier.value = *remaining;
    const bool last = *remaining == 0;
    exec.release(barrier.clock);
    if (last) exec.acquire(barrier.clock);
    exec.changed(barrier);
    record(Op::arrive, barrier, *remaining, last ? "the last one" : "", pc);
    return last;
}

void release_barrier(Object& barrier, unsigned long* phase, std::uintptr_t pc) {
    static_cast<void>(pc);
    *phase += 1;
    exec.release(barrier.clock);
    exec.changed(barrier);
}

void wait_at_barrier(Object& barrier, const unsigned long* phase, unsigned long old_phase, std::uintptr_t pc) {
    const PhaseWait wait{phase, old_phase};
    // Independent of what others do once the phase is over.
    exec.step({.op = Op::arrive_wait,
               .unlisted = true,
               .object = &barrier,
               .enabled = phase_is_over,
               .context = &wait,
               .pc = pc});
    exec.acquire(barrier.clock);
}

bool begin_once(Object& once, const std::int32_t* state, std::uintptr_t pc) {
    exec.step({.op = Op::once, .object = &once, .enabled = not_running, .context = state, .pc = pc});
    exec.acquire(once.clock);
    if (*state == 2) {
        if (exec.recorder != nullptr) exec.recorder->step(Op::once, &once, "", "done already", pc);
        return false;
    }
    exec.touch(once, true);
    once.owner = exec.current->id;
    if (exec.recorder != nullptr) exec.recorder->step(Op::once, &once, "", "initialises", pc);
    return true;
}

void end_once(Object& once, std::int32_t* state, bool done) {
    exec.touch(once, true);
    *state = done ? 2 : 0;
    once.owner = no_thread;
    exec.release(once.clock);
    exec.changed(once);
}

}  // namespace interleave
