// rules.hpp: the families of mistakes. Each function looks for its own in one failing execution, the most specific
// first, and finds nothing rather than guess.
#pragma once

#include "diagnose/catalogue.hpp"
#include "diagnose/story.hpp"

#include <optional>

namespace lab::diagnose {

using Finding = std::optional<judge::Diagnosis>;

// Two accesses that nothing orders.
Finding find_in_race(const Story& story);

// Several accesses that should have been one critical section, or one atomic operation.
Finding find_split_section(const Story& story);

// Work that was given up, or done although it should have been given up.
Finding find_giving_up(const Story& story);

// Waiting on a condition that never ends.
Finding find_in_endless_wait(const Story& story);

// A wake-up that is taken for an answer.
Finding find_missing_retest(const Story& story);

// Locks for which threads wait for ever.
Finding find_in_deadlock(const Story& story);

// Loops that get nowhere, or in which a lock is held.
Finding find_in_loop(const Story& story);

// Semaphores: for ever waited for, and with wrong counts.
Finding find_in_semaphore_wait(const Story& story);
Finding find_in_semaphores(const Story& story);

// Threads that nobody waits for, or that share what they should not.
Finding find_in_threads(const Story& story);

// Atomic operations whose orders are too weak.
Finding find_in_memory_order(const Story& story);

// Work that cannot overlap.
Finding find_missing_overlap(const Story& story);

}  // namespace lab::diagnose
