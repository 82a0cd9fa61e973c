// forbidden.hpp: constraints of a lesson that can be seen in the source text.
#pragma once

#include "judge/judge.hpp"

#include <optional>
#include <string>

namespace lab::judge {

// Where the hand-in sleeps: a sentence; none if it does not.
std::optional<std::string> find_sleep(const HandIn& hand_in);

}  // namespace lab::judge
