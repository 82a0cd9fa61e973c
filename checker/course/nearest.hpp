// nearest.hpp: the known word that a mistyped one probably meant.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lab::course {

// Edits (insert, drop, replace, swap of neighbours) that turn one word into the other.
std::size_t edit_distance(std::string_view from, std::string_view to);

// The known word with the fewest edits, the first of equals; none if even that one is too far off to be meant.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> known);

}  // namespace lab::course
