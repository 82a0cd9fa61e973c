// ready.hpp: who can go on, kept while mutexes change hands, so that a choice need not ask every thread.
#pragma once

#include "model/state.hpp"

#include <cstdint>

namespace interleave {

// Sets of threads that have published an operation. Those from the 65th on are in none.
struct Ready {
    std::uint64_t free = 0;   // can go on
    std::uint64_t asked = 0;  // must be asked whether they can, and how

    void clear() { free = asked = 0; }

    // The thread has published its operation, or a finished thread lets it go on.
    [[gnu::always_inline]] void enter(const Thread& thread) {
        if (thread.out) return;
        const Pending& pending = *thread.pending;
        const std::uint64_t bit = thread.bit;
        if (thread.may_run_at_once || pending.enabled != nullptr || pending.alternative != Pending::Alternative::none ||
            (pending.locks && !is_mutex(*pending.object)))
            asked |= bit;
        else if (pending.locks)
            enter_for(*pending.object, bit);
        else
            free |= bit;
    }
    // The same for the lock of a mutex without a time-out.
    [[gnu::always_inline]] void enter_for(Object& mutex, std::uint64_t bit) {
        mutex.wanted_by |= bit;
        if (mutex.owner == no_thread) free |= bit;
    }
    // The thread's operation takes place.
    [[gnu::always_inline]] void leave(const Thread& thread) {
        const std::uint64_t others = ~thread.bit;
        free &= others;
        asked &= others;
        if (thread.pending->locks) thread.pending->object->wanted_by &= others;
    }
    void taken(const Object& mutex) { free &= ~mutex.wanted_by; }
    void given_back(const Object& mutex) { free |= mutex.wanted_by; }

private:
    static bool is_mutex(const Object& object) {
        return object.kind == ObjectKind::mutex || object.kind == ObjectKind::recursive_mutex;
    }
};

}  // namespace interleave
