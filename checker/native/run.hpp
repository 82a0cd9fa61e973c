// run.hpp: one run of one case, in a process of its own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../engine/doctest/case_registry.hpp"
#include "../engine/runner/frames.hpp"
#include "run_record.hpp"

namespace interleave::native {

struct RunRequest {
    const cases::RegisteredCase* registered = nullptr;  // null: the program
    std::vector<std::string> arguments;                 // of the program
    int run = 0;                                        // number, from 0
    double seconds = 10;                                // wall time after which the run counts as hanging
};

struct RunResult {
    RunRecord::Kind kind = RunRecord::Kind::plain;
    bool reached = false;
    std::string output;        // standard output, as far as it is shown
    bool output_whole = true;  // the run came to its end, so that the output is what the case writes
    int exit = 0;              // what main() returned
    std::optional<runner::Failure> failure;
};

// Longest output that a run may write, and how much of it is shown; bytes.
inline constexpr std::size_t output_limit = std::size_t{1} << 20U;
inline constexpr std::size_t output_shown = std::size_t{64} << 10U;

// Forks, so the calling process must have a single thread. Returns when the run and everything it started is gone.
// A run that could not be started at all has the failure kind "unsupported".
RunResult run_once(const RunRequest& request);

}  // namespace interleave::native
