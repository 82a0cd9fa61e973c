// measure.hpp: what the two benchmarks share: running a command, and the median of repetitions.
#pragma once

#include <string>
#include <vector>

namespace lab::bench {

struct Finished {
    std::string output;  // standard output
    int exit = 0;        // 128 + signal if one ended it
    double seconds = 0;  // wall time
};

// Runs a shell command to its end. `environment` is put before it ("NAME=value ").
Finished run(const std::string& command);

// Sorts its argument. The upper one of two middle values.
double median(std::vector<double> values);

// "'text'", for the shell.
std::string quoted(const std::string& text);

}  // namespace lab::bench
