// program_caller.hpp: where the program called the library whose code called the engine.
#pragma once

#include <cstdint>

namespace interleave {

// The return address in the program's own code; `pc`, the one in whoever called the engine, if that is there already or
// nothing is being recorded: only reports want to know.
std::uintptr_t program_caller(std::uintptr_t pc);

}  // namespace interleave
