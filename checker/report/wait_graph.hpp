// wait_graph.hpp: the circle of waits of a deadlock, as a picture.
#pragma once

#include "judge/result.hpp"

#include <string>

namespace lab::report {

// An <svg> element: threads are round, locks are boxes, arrows say who waits for what (dashed) and who holds it. Empty
// if the waits form no circle, or one too large to draw.
std::string wait_graph(const judge::CaseResult& result);

}  // namespace lab::report
