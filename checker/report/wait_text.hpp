// wait_text.hpp: who waits for what when an interleaving ends, drawn with characters.
#pragma once

#include "judge/result.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace lab::report {

// The circle of waits, or an arrow for each wait; lines of at most `width` columns (at least 40). Empty: nobody waits.
std::vector<std::string> wait_text(const judge::CaseResult& result, std::size_t width);

}  // namespace lab::report
