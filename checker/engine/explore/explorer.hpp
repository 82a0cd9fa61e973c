// explorer.hpp: explores one case: searches in a child process, then explains what was found by recording it once more.
#pragma once

#include "runner/config.hpp"
#include "runner/frames.hpp"

#include <functional>
#include <string>

namespace interleave {

// One body to explore.
struct Subject {
    std::string name;
    bool some = false;     // looks for an interleaving that calls reached()
    bool program = false;  // exit() is a normal end, what it prints is compared
    std::function<void()> body;
    std::function<void()> prepare = {};  // done once in the child process; empty: nothing
};

// Explores the subject, or replays one schedule of it. Never throws; whatever the hand-in does is in the result.
runner::CaseEnd explore(const Subject& subject, const runner::RunnerConfig& config);

// Called by the test case macros: explores the case and keeps the result for the runner.
void explore_registered_case(const char* name, const char* file, int line, bool some, void (*body)());

// Runs the program's own main.
int call_program_main(int argc, const char* const* argv);

}  // namespace interleave
