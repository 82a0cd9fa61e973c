// child.hpp: runs a command in a process group of its own, behind a fence of wall-clock time.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace programs {

struct ChildResult {
    bool started = false;
    bool fenced = false;  // it took too long and was killed
    int exit = 0;         // exit code; valid if signal is 0
    int signal = 0;       // what ended it, or 0
    std::string out, err;
    double seconds = 0;

    bool good() const { return started && !fenced && signal == 0 && exit == 0; }
    // "exit code 3", "signal 11", "killed after 30 s", for messages
    std::string ending() const;
};

// Runs arguments[0] (looked up in PATH) with the environment of this process and `variables` ("NAME=value") on top.
// Whatever of its process group is left when it ends, or when `limit` has passed, is killed.
ChildResult run_child(const std::vector<std::string>& arguments, const std::vector<std::string>& variables,
                      std::chrono::milliseconds limit);

}  // namespace programs
