// verdict.hpp: the closed list of verdicts, and the one phrase that each of them has.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace lab::judge {

// In order of cause before consequence: where several are true of a hand-in, the first one is its verdict.
enum class Verdict {
    unfinished,
    build_error,
    forbidden,
    data_race,
    crash,
    lost_wakeup,
    deadlock,
    livelock,
    starvation,
    leak,
    wrong_output,
    nondeterministic,
    timeout,
    over_synchronised,
    inconclusive,
    passed,
};

// All of them, in that order.
const std::vector<Verdict>& all_verdicts();

// "data-race": as in lesson.toml and in JSON.
std::string_view name(Verdict verdict);

// "two threads touch the same memory at once": what is printed beside the name, never with other words.
std::string_view phrase(Verdict verdict);

// Whether one interleaving can show it: not that all went well, that something is missing in all of them, or that
// nothing is known.
bool can_be_shown(Verdict verdict);

std::optional<Verdict> verdict_named(std::string_view name);

}  // namespace lab::judge
