// action.hpp: what a player can do, and the keys and words that stand for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "terminal/key.hpp"

namespace lab::play {

struct Action {
    enum class Kind {
        step,          // thread `number` takes its next step
        type,          // the digits that follow are one number, of a thread; `on` ends it
        on,            // whoever is the only one that can go on goes on, until there is a choice
        older,         // the load of the latest step reads another value
        back,          // one step back
        forward,       // one step on along the line that was played or shown
        start,         // back to the beginning
        jump,          // to step `number` of the line; without a number, show the failing interleaving's failing step
        next_failing,  // another interleaving that fails
        previous_failing,  //
        next_case,         // another test case; with a number, that one
        show,              // where things stand (plain)
        values,            // the shared values and locks (plain)
        schedule,          // the schedule string
        help,
        quit,
        unknown,  // `text` is what was typed
    };
    Kind kind = Kind::unknown;
    std::optional<int> number = {};
    std::string text = {};

    friend bool operator==(const Action&, const Action&) = default;
};

// None: the key stands for nothing.
std::optional<Action> action_of(const terminal::Key& key);

// A line of the plain mode. An empty one shows where things stand.
Action action_of(std::string_view line);

}  // namespace lab::play
