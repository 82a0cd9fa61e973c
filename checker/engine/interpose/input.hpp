// input.hpp: standard input as the hand-in sees it: the same text from its beginning in every execution.
#pragma once

#include <string>

namespace interleave {

// Before any execution: the file's content becomes standard input; without a file it is empty. False if it cannot be
// read.
bool provide_input(const std::string& file);

// In the process that explores: makes it descriptor 0.
void take_input();

// Before each execution: back to the first byte.
void rewind_input() noexcept;

}  // namespace interleave
