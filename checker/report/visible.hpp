// visible.hpp: makes text from a hand-in safe and readable on a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lab::report {

// Control characters become visible ("\x1b", "\r"), so do characters that change the direction of text or are not seen,
// and bytes that are no UTF-8. Line breaks stay if `lines`; else they become "\n", and tabs a blank.
std::string visible(std::string_view text, bool lines = false);

// The same for a comparison of outputs: tabs become "\t", and blanks at the end of a line are shown as well.
std::string visible_line(std::string_view line);

// Columns that a visible text takes.
std::size_t width(std::string_view text);

// At most `columns` columns; what is cut off is replaced by "...".
std::string shortened(const std::string& text, std::size_t columns);

}  // namespace lab::report
