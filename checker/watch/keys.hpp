// keys.hpp: what was typed, as events. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "watch/steering.hpp"

namespace lab::watch {

// Of bytes as a terminal sends them. Blanks, line ends, and keys that send more than one byte (arrows, F1, letters with
// an accent) mean nothing.
std::vector<Event> events_of(std::string_view typed);

}  // namespace lab::watch
