// outcomes.hpp: what the exploration found as a map: how many interleavings end in what, and what the program may
// print.
#pragma once

#include "judge/result.hpp"

#include <string>

namespace lab::report {

// A table with a row for each case: its verdict, and a bar of the interleavings that are right and those that are not.
std::string cases_map(const judge::Result& result);

// The possible outputs of the program, how many interleavings write each, and where these part.
std::string outputs_map(const judge::Result& result);

}  // namespace lab::report
