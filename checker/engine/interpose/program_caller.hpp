// program_caller.hpp: where the program called the library whose code called the engine.
#pragma once

#include <cstdint>

namespace interleave {

// The return address in the program's own code; `pc`, the one in whoever called the engine, if that is there already or
// nothing is being recorded: only reports want to know.
std::uintptr_t program_caller(std::uintptr_t pc);

// Whether a library that calls the engine now does so for the program, not for the engine itself.
bool library_serves_program();

}  // namespace interleave
