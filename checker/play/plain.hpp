// plain.hpp: a game in lines of text, for screen readers and scripts.
#pragma once

#include <string>

#include "play/game.hpp"

namespace lab::play {

// Said once, before anything else.
std::string plain_greeting(const Game& game);
// Where things stand, after an action.
std::string plain_view(const Game& game);
// Shared values, locks and output only.
std::string plain_values(const Game& game);
std::string plain_help();

}  // namespace lab::play
