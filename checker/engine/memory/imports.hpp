// imports.hpp: what the program takes from its libraries.
#pragma once

#include <string_view>

namespace interleave {

// Whether all functions that the program imports act on memory only, or on what the engine follows: not on files,
// processes and other things that the system keeps.
bool imports_act_on_memory_only();
// The same for one of them, by its linker name.
bool acts_on_memory_only(std::string_view function);

}  // namespace interleave
