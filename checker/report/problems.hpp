// problems.hpp: a result as compilers write their messages, FILE:LINE:COLUMN: error: TEXT: what editors understand.
#pragma once

#include "judge/result.hpp"
#include "report/source.hpp"

#include <string>
#include <vector>

namespace lab::report {

// The compiler's own words if it does not build; else an error where the decisive failure shows, and a note for each
// other line that its message is about. The last line is "04-deadlock: VERDICT".
std::string problems(const judge::Result& result, const std::vector<Source>& sources);

}  // namespace lab::report
