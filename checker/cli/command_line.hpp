// command_line.hpp: from argv to the exit code.
#pragma once

namespace lab {

// Never throws: an exception that nobody expected is reported as a bug of the checker (exit code 70).
int run_command_line(int argc, const char* const* argv);

}  // namespace lab
