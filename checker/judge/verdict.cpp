// verdict.cpp: names and phrases of the verdicts.
#include "judge/verdict.hpp"

#include <algorithm>
#include <array>

namespace lab::judge {
namespace {

struct Row {
    Verdict verdict;
    std::string_view name;
    std::string_view phrase;
};

constexpr std::array<Row, 16> rows{{
    {Verdict::unfinished, "unfinished", "the exercise is still as it was given"},
    {Verdict::build_error, "build-error", "the compiler does not accept it"},
    {Verdict::forbidden, "forbidden", "it uses what this lesson does not allow"},
    {Verdict::data_race, "data-race", "two threads touch the same memory with nothing to order them"},
    {Verdict::crash, "crash", "the program breaks off"},
    {Verdict::lost_wakeup, "lost-wakeup", "a thread sleeps on: it missed its notification"},
    {Verdict::deadlock, "deadlock", "threads wait for each other for ever"},
    {Verdict::livelock, "livelock", "threads run for ever and get nowhere"},
    {Verdict::starvation, "starvation", "a thread never gets its turn"},
    {Verdict::leak, "leak", "something is left behind"},
    {Verdict::wrong_output, "wrong-output", "the result is wrong"},
    {Verdict::nondeterministic, "nondeterministic", "the result depends on the interleaving"},
    {Verdict::timeout, "timeout", "it does not come to an end"},
    {Verdict::over_synchronised, "over-synchronised", "correct, but work that must be able to overlap never does"},
    {Verdict::inconclusive, "inconclusive", "no decision within the budget"},
    {Verdict::passed, "passed", "right in every interleaving that was explored"},
}};

const Row& row(Verdict verdict) {
    return *std::find_if(rows.begin(), rows.end(), [verdict](const Row& item) { return item.verdict == verdict; });
}

}  // namespace

const std::vector<Verdict>& all_verdicts() {
    static const std::vector<Verdict> verdicts = [] {
        std::vector<Verdict> list;
        for (const Row& item : rows) list.push_back(item.verdict);
        return list;
    }();
    return verdicts;
}

std::string_view name(Verdict verdict) { return row(verdict).name; }

std::string_view phrase(Verdict verdict) { return row(verdict).phrase; }

bool can_be_shown(Verdict verdict) {
    return verdict != Verdict::passed && verdict != Verdict::over_synchronised && verdict != Verdict::inconclusive;
}

std::optional<Verdict> verdict_named(std::string_view name) {
    for (const Row& item : rows)
        if (item.name == name) return item.verdict;
    return std::nullopt;
}

}  // namespace lab::judge
