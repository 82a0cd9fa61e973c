// runner.hpp: the native runner: every case, many runs each, and frames about them.
#pragma once

namespace interleave::native {

// Does what INTERLEAVE_CONFIG asks for. Returns the exit code of the process: 0 whatever was found, 2 if the
// configuration cannot be understood.
int run();

}  // namespace interleave::native
