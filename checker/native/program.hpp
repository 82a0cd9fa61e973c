// program.hpp: the hand-in's own main(), which the runner keeps for the case "program" and for run_program().
#pragma once

#include <string>
#include <vector>

namespace interleave::native {

using MainFunction = int (*)(int argc, char** argv, char** environment);

// The main that was linked in. Set once, before anything else runs.
void set_program(MainFunction main) noexcept;

// False if only the fallback main is there.
bool has_program() noexcept;

// Calls main with argv[0] = "program" and these arguments after it; returns what it returns. The strings stay valid
// until the process ends, as main may expect.
int call_program(const std::vector<std::string>& arguments);

}  // namespace interleave::native
