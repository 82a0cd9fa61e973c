// consequence.hpp: what may come of a data race.
#pragma once

#include "explore/explorer.hpp"
#include "explore/shared_memory.hpp"
#include "schedule/schedule.hpp"

#include <optional>

namespace interleave {

// Makes the accesses to the racing memory steps of their own, and searches again for an interleaving in which something
// comes out wrong. Other races that come to light on the way are taken in as well. `race` is the failure that was
// found.
std::optional<runner::Consequence> find_consequence(const Subject& subject, const runner::RunnerConfig& config,
                                                    const SharedFailure& race);

}  // namespace interleave
