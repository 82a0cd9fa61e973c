// process.hpp: see process.cpp.
#pragma once

#include "interpose/streams.hpp"

namespace interleave {

// An exception that nobody catches, a joinable thread destroyed: the end of the execution, not of the process.
void install_terminate_handler();

}  // namespace interleave
