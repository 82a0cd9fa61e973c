// search.hpp: what to explore in which order, and when to stop.
#pragma once

#include "explore/explorer.hpp"
#include "explore/shared_state.hpp"

namespace interleave {

// Runs in the child: executes interleavings of the subject until the budget is spent, everything is explored, or a
// failure decides the verdict. Results go to `state`.
void search(const Subject& subject, const runner::RunnerConfig& config, SharedState& state);

// Runs in the child: repeats one schedule and records it.
void replay_and_record(const Subject& subject, const std::vector<ThreadId>& steps, const runner::RunnerConfig& config,
                       SharedState& state);

// Copies the engine's failure where the parent can read it.
void publish_failure(SharedState& state);

}  // namespace interleave
