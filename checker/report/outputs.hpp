// outputs.hpp: the different outputs of a program that belongs to no lesson.
#pragma once

#include "judge/result.hpp"
#include "report/text.hpp"

#include <string>

namespace lab::report {

// Each output, how often it came, and how to see an interleaving that writes it; empty if there is but one and nobody
// asked. Then: at which interleaving the first failure was seen.
std::string outputs_section(const judge::Result& result, const Style& style);

// The command that shows one interleaving of such a program again.
std::string explore_command(const judge::Result& result, const std::string& schedule);

}  // namespace lab::report
