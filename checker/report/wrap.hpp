// wrap.hpp: breaks text into lines of limited width.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace lab::report {

// Breaks at blanks; a word that is too long is broken where the line ends. At least one line.
std::vector<std::string> wrap(const std::string& text, std::size_t columns);

// Words that stay on one line, such as a command that is to be typed: wrap() does not break between them, and shows
// blanks there.
std::string together(std::string words);

// A line of source, its indentation kept, in pieces of at most so many columns; broken at a blank if there is one.
std::vector<std::string> wrap_source(const std::string& text, std::size_t columns);

// A paragraph: each line behind `indent` blanks and ended by a line break.
std::string paragraph(const std::string& text, std::size_t indent, std::size_t columns);

// The text with blanks up to `columns`.
std::string padded(const std::string& text, std::size_t columns);

}  // namespace lab::report
