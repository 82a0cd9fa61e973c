// markdown.hpp: a result as Markdown, to paste into a mail, a forum or an issue.
#pragma once

#include "judge/result.hpp"

#include <string>

namespace lab::report {

// Plain CommonMark, with the interleaving as a block of text. What comes from the hand-in cannot become markup.
std::string markdown(const judge::Result& result);

}  // namespace lab::report
