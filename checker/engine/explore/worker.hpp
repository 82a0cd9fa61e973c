// worker.hpp: the child process in which hand-in code runs, and how its parent waits for it.
#pragma once

#include "explore/shared_state.hpp"

#include <functional>

namespace interleave {

// Runs `work` in a child process with crash handlers and a watchdog. Returns when the child has ended, killed it if
// need be, and recorded in `state` how it ended badly if it did and had not said so itself. The work is done anew with
// more parked threads as long as it needs more than there are.
void run_with_threads(SharedState& state, const std::function<void()>& work);

}  // namespace interleave
