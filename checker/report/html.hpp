// html.hpp: a result as one self-contained HTML page, with a player for the failing interleaving.
#pragma once

#include "judge/result.hpp"
#include "report/source.hpp"

#include <string>
#include <vector>

namespace lab::report {

// Opens offline: no address in it is ever loaded, and a content security policy forbids it. Always below 300 kB: what
// would make it larger is left out, and the page says so. All text from the hand-in is escaped.
std::string html(const judge::Result& result, const std::vector<Source>& sources);

}  // namespace lab::report
