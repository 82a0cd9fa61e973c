// streams.hpp: the hand-in's standard output, captured for each execution.
#pragma once

#include <cstdint>

namespace interleave {

// Redirects stdout, std::cout and their like into the engine. Once, before the program's data is saved.
void capture_streams();
// Before an execution: the locales that an earlier one has given to their buffers are gone.
void restore_streams() noexcept;

// Whether the address belongs to std::cout and its like, whose concurrent use is no data race.
bool is_standard_stream(std::uintptr_t address) noexcept;

// In the process in which the hand-in runs: standard output becomes a place where nothing arrives that was captured.
void watch_stray_output();
// Whether something has arrived there: /dev/stdout, a copy of the descriptor, ... were written to.
bool stray_output_seen();

// Hands over what the C library still buffers.
void flush_output();

}  // namespace interleave
