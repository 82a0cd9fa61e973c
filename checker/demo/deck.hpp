// deck.hpp: a demonstration as one page of HTML that opens offline: a slide at a time, keys as in the terminal.
#pragma once

#include <string>
#include <vector>

#include "demo/slides.hpp"

namespace lab::demo {

std::string deck_html(const std::string& title, const std::vector<Slide>& slides);

}  // namespace lab::demo
