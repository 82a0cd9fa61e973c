// visible_memory.hpp: memory whose plain accesses are steps: from addresses to names that any process understands, and
// back.
#pragma once

#include "schedule/schedule.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace interleave {

// The name of the eight bytes around an address. Nothing if it lies in no memory of the hand-in.
std::optional<VisibleCell> cell_of(std::uintptr_t address);

// Makes these cells, and no others, visible in the executions that follow.
void make_visible(const std::vector<VisibleCell>& cells);

}  // namespace interleave
