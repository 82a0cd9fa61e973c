// observed.hpp: what a runner's frames say about the case "program", and how it differs from what a program expects.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "program.hpp"

namespace programs {

struct ObservedOutput {
    std::string text;
    int exit = 0;
    std::string schedule;
};

// What comes of a data race: a failure, or outputs.
struct ObservedConsequence {
    std::string kind, schedule;
    std::vector<ObservedOutput> outputs;
};

struct ObservedFailure {
    std::string kind, message, schedule;
    std::optional<ObservedConsequence> consequence;
    std::vector<std::string> trace;  // one JSON document an event, without its program counters
};

struct Observed {
    long interleavings = 0;
    std::optional<long> first_failure;  // which execution, from 1
    bool complete = false;
    std::vector<ObservedOutput> outputs;
    bool outputs_cut = false;
    std::optional<ObservedFailure> failure;
    std::string document;  // the whole result of the case, as JSON
};

// Parses frames, one JSON document a line. Throws std::runtime_error if they are not what the contract says.
Observed read_frames(const std::string& lines);

// One sentence for each difference between what was expected and what exploring has shown.
std::vector<std::string> differences(const Program& program, const Observed& observed);

// One sentence for each way in which the replay of the failure (or of the output with this index) went differently.
std::vector<std::string> failure_differences(const Observed& first, const Observed& replayed);
std::vector<std::string> output_differences(const ObservedOutput& expected, const Observed& replayed);
std::vector<std::string> consequence_differences(const ObservedConsequence& first, const Observed& replayed);

}  // namespace programs
