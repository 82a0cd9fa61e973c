// process.hpp: see process.cpp.
#pragma once

#include "interpose/streams.hpp"
#include "model/types.hpp"

#include <cstdint>
#include <string>

namespace interleave {

// An exception that nobody catches, a joinable thread destroyed: the end of the execution, not of the process.
void install_terminate_handler();

// The thread calls, at `pc`, what cannot be explored: `message` says so. The end of the execution.
[[noreturn]] void refuse(FailureKind kind, const char* call, const std::string& message, std::uintptr_t pc);

}  // namespace interleave
