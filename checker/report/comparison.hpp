// comparison.hpp: a student's file against the reference, as a diff.
#pragma once

#include <string>

namespace lab::report {

// In 80 columns: each line with its numbers, "-" yours, "+" the reference; nothing is cut off, characters that are not
// seen are shown, long equal stretches are folded. Colour only repeats the marks. Empty: the texts are the same.
std::string comparison(const std::string& yours, const std::string& reference, bool colour);

}  // namespace lab::report
