// difference.hpp: expected and actual output, line by line.
#pragma once

#include <string>

namespace lab::report {

// "  same", "- expected only", "+ actual only", each line made visible; long stretches of equal lines are folded, and
// their number told. A missing line break at the end is told as well.
std::string difference(const std::string& expected, const std::string& actual);

}  // namespace lab::report
