// quick_choice.hpp: the choice of who goes next in the common case; scheduler.cpp has the rest.
#pragma once

#include "model/execution.hpp"

#include <bit>
#include <cassert>
#include <cstdint>

namespace interleave {

[[gnu::always_inline]] inline Thread* Execution::choose_quickly() {
    std::uint64_t left = ready.free;
    if (uniform_ == nullptr || ready.asked != 0 || left == 0) return nullptr;
    assert(ready_is_true());
    enabled_mask_ = left;
    if (std::uint64_t rest = left & (left - 1); rest != 0) {
        unsigned count = 1;
        do {
            rest &= rest - 1;
            ++count;
        } while (rest != 0);
        std::uint64_t skipped = uniform_->below(count);
        left = skipped != 0 ? left & (left - 1) : left;
        while (skipped > 1) [[unlikely]] {
            left &= left - 1;
            --skipped;
        }
    }
    Thread& thread = threads[static_cast<unsigned>(std::countr_zero(left))];
    thread.outcome = Outcome::granted;
    return &thread;
}

[[gnu::always_inline]] inline void Execution::switch_to(Thread& next) {
    Thread& me = *current;
    if (&next == &me) return;
    current = &next;
    switch_fiber(*me.fiber, *next.fiber);
}

}  // namespace interleave
