// execution_state.hpp: what of an execution begins anew each time, besides its threads and objects.
#pragma once

#include "model/ready.hpp"
#include "model/types.hpp"
#include "race/clock.hpp"

#include <cstddef>
#include <cstdint>

namespace interleave {

struct ExecutionState {
    bool main_returned = false;  // the body has: main's variables are no more
    bool main_ended = false;     // ... and that was noticed
    bool reached = false;
    bool diverged = false;             // a replay asked for a thread that could not run
    bool stopped = false;              // a replay that was to stop has: choices() are those of that moment
    bool knowledge_grew = false;       // this execution must be repeated: it had too few scheduling points
    bool steps_grew = false;           // some of these will be steps of the schedule that were none
    bool exited = false;               // through exit()
    bool abandoned = false;            // the strategy gave this execution up
    bool library_memory_used = false;  // a library has allocated or freed something of its own
    int exit_code = 0;
    unsigned thread_count = 0;
    std::uint32_t object_count = 0;
    Ready ready;
    std::uint64_t now = 0;         // virtual nanoseconds since the execution began
    std::uint64_t ticks = 0;       // progress, for the watchdog
    std::uint64_t last_write = 0;  // in ticks
    std::uint64_t state_version = 1;
    std::uint32_t wait_sequence = 0;
    std::uint32_t quiet = 0;  // steps in a row in which nothing changed
    int waiting_order = 0;    // memory order of the loads that an atomic wait makes
    unsigned spurious_left = 0;
    unsigned early_left = 0;
    Clock library_clock;  // what is released by library code that has no hooks
    Clock fence_clock;    // of all sequentially consistent fences

protected:
    std::size_t replay_position_ = 0;
    std::uint32_t value_step_ = 0;  // length of the schedule when a load last had a choice of values,
    unsigned value_options_ = 1;    // and how many there were
    bool hidden_ = false;           // candidates were taken away
    bool fair_ = false;
    bool spinning_ = false;  // somebody looks again and again at something unchanged
    std::uint64_t enabled_mask_ = 0;
    unsigned unfinished_ = 0;       // threads
    std::uint32_t vain_looks_ = 0;  // tries that failed
    std::uint32_t run_length_ = 0;  // steps in a row by the same thread
    ThreadId last_stepped_ = 0;
};

}  // namespace interleave
