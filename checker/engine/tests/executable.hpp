// executable.hpp: builds a program for exploration.
#pragma once

#include <filesystem>

#include "program.hpp"

namespace programs {

// The folder of the engine's programs, and one for what is made of them.
extern const char* const programs_folder;
extern const char* const work_folder;

// Compiles and links into the folder, unless the executable there is newer than all that it is made of. Throws
// std::runtime_error if a step fails.
std::filesystem::path build_program(const Program& program, const std::filesystem::path& work);

}  // namespace programs
