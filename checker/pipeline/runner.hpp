// runner.hpp: runs one of the two programs that a hand-in was built into, and returns what it has shown.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "build/compiler_command.hpp"
#include "evidence/evidence.hpp"

namespace lab::pipeline {

// What a program is asked to do.
struct RunnerTask {
    bool run_main = false;   // main() as a last case too
    bool only_main = false;  // main() and nothing else
    std::uint64_t interleavings = 20'000;
    std::uint32_t stress_runs = 50;
    std::uint64_t seed = 1;

    // Replay: this case only, along this schedule.
    std::optional<std::string> case_name;
    std::string schedule;
    bool stop_there = false;  // stop where the schedule ends, instead of running to the end of the interleaving

    // Of main():
    std::vector<std::string> arguments;  // without the program's name
    std::string input;                   // file with its standard input; empty: there is none
    std::string input_sha256;            // of that file, so that another content is another task

    std::string strategy;  // empty: the usual order of work
    std::optional<unsigned> preemptions;
    std::optional<unsigned> spurious;  // spurious wake-ups in an interleaving, at most
    bool until_first = false;  // stop at the first interleaving that fails or differs
    bool exact_loops = true;   // false for optimised code, whose loops keep state where the engine does not look
};

// The task as the program reads it from INTERLEAVE_CONFIG: a JSON object. Pure.
std::string write_config(const RunnerTask& task);

// All that a program told and how it ended; `conclusive` if the same would come out again.
struct RunnerReport {
    std::vector<std::string> frames;
    evidence::Evidence evidence;
    bool conclusive = false;
};

// Runs it under limits, in a folder that it may fill. The error is a sentence about this machine (no shared memory,
// ...).
tl::expected<RunnerReport, std::string> run_program(const std::filesystem::path& program, build::Flavour flavour,
                                                    const RunnerTask& task, const std::filesystem::path& folder,
                                                    const std::stop_token& stop);

// The evidence of frames that were kept from a run that was conclusive.
evidence::Evidence remembered(const std::vector<std::string>& frames);

}  // namespace lab::pipeline
