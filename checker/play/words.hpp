// words.hpp: a game in sentences: what the full screen and the plain mode have in common. All texts are made visible.
#pragma once

#include <string>
#include <vector>

#include "play/game.hpp"

namespace lab::play {

// "step 3, 1 change of thread"
std::string count_words(const Game& game);

// "case 1 of 6: \"no visit is lost\""
std::string case_words(const Game& game);

// What a thread would do next, or what it waits for: "next: locks account b", "waits for account a (held by 2)".
std::string thread_words(const Game& game, const judge::ThreadNow& thread);

// What the latest step was, and what followed it at once: "Step 3: thread 1 locks account a, reads balance: 100".
std::string latest_words(const Game& game);

// "visits = 1; done = 0": empty if there is nothing to tell.
std::string values_words(const Game& game);
// "account a held by 1, 2 waits; account b free; permits of desk 1"
std::string locks_words(const Game& game);
std::string output_words(const Game& game);

// How it ended, and how that compares with what is known; a paragraph each. Empty while it is not over.
std::vector<std::string> outcome_words(const Game& game);

// What can be done now that is not obvious: "o: thread 1 may read an older value". Empty: nothing.
std::string offer_words(const Game& game);

}  // namespace lab::play
