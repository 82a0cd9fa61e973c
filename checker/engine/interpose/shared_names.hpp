// shared_names.hpp: names in shared memory that the hand-in makes: they outlive its process.
#pragma once

#include <string>
#include <vector>

namespace interleave {

// Once, before any process is forked: what children make is noted in memory that all share.
void watch_shared_names();

// Removes the names that were made and not removed, and returns them.
std::vector<std::string> take_shared_names();

}  // namespace interleave
