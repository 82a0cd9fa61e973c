// highlight.hpp: C++ source as HTML, with its words in classes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lab::report {

// One piece of HTML a line: escaped, words in <span class="k|s|c|n|p"> (keyword, string, comment, number,
// preprocessor). Every element is closed within its line. Tabs become blanks; of a very long line only the beginning
// stays.
std::vector<std::string> highlighted(std::string_view source);

}  // namespace lab::report
