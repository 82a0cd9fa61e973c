// wait_graph.hpp: who waits for whom when an interleaving ends, as a picture.
#pragma once

#include "judge/result.hpp"

#include <string>

namespace lab::report {

// An <svg> element: threads are round, what they wait for are boxes, arrows say who waits for what (dashed) and who
// holds it. The circle if the waits form one; else a row for each thread that nobody waits for. Empty if nobody waits,
// or the circle is too large to draw.
std::string wait_graph(const judge::CaseResult& result);

}  // namespace lab::report
