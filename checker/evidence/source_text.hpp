// source_text.hpp: C++ text as far as a reader of words needs it.
#pragma once

#include <string>

namespace lab::evidence {

// The text with comments and the content of string and character literals replaced by blanks; line breaks stay.
std::string code_only(const std::string& text);

}  // namespace lab::evidence
