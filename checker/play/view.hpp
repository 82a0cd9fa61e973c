// view.hpp: a game as a screen.
#pragma once

#include "play/game.hpp"
#include "terminal/grid.hpp"

namespace lab::play {

// The least size at which there is room for two threads.
inline constexpr std::size_t least_columns = 56;
inline constexpr std::size_t least_rows = 18;

// Draws it at this size; a screen that is too small says so.
terminal::Grid draw(const Game& game, std::size_t columns, std::size_t rows);

}  // namespace lab::play
