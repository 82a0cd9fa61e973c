// steps.hpp: the trace of a failure as the lines of an interleaving.
#pragma once

#include "evidence/evidence.hpp"
#include "judge/result.hpp"

#include <vector>

namespace lab::judge {

// `key`: Event::index of the events that the message speaks of.
std::vector<Step> steps_of(const evidence::Failure& failure, const std::vector<int>& key);

std::vector<ThreadEnd> thread_ends(const evidence::Failure& failure);

}  // namespace lab::judge
