// operation.hpp: what a step does, in a few words.
#pragma once

#include "judge/result.hpp"

#include <string>

namespace lab::report {

// "locks a", "waits for b (held by 2)", "reads visits: 1". Not made visible yet.
std::string operation_words(const judge::Step& step);

}  // namespace lab::report
