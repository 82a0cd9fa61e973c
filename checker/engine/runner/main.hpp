// main.hpp: whether the program's main is the runner's to explore.
#pragma once

namespace interleave {

// It is not: the program explores parts of itself (explore.hpp). Called before main. A checker's configuration in the
// environment is stronger.
void keep_program_main() noexcept;
bool program_main_is_kept() noexcept;

}  // namespace interleave
