// measure.cpp: commands and medians.
#include "bench/measure.hpp"

#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace lab::bench {

Finished run(const std::string& command) {
    Finished finished;
    const auto start = std::chrono::steady_clock::now();
    std::FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) {
        finished.exit = 127;
        return finished;
    }
    char buffer[4096];
    while (const std::size_t size = std::fread(buffer, 1, sizeof buffer, pipe)) finished.output.append(buffer, size);
    const int status = ::pclose(pipe);
    finished.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    finished.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return finished;
}

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'') {
            result += "'\\''";
        } else {
            result += c;
        }
    }
    return result + "'";
}

}  // namespace lab::bench
