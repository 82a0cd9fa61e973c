// process_state.cpp: /proc/PID/stat.
#include "run/process_state.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>

namespace lab::run {

std::optional<ProcessState> state_of(pid_t pid) {
    char path[48];
    char text[1024];
    std::snprintf(path, sizeof path, "/proc/%d/stat", static_cast<int>(pid));
    const int file = ::open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return std::nullopt;
    const ssize_t size = ::read(file, text, sizeof text - 1);
    ::close(file);
    if (size <= 0) return std::nullopt;
    text[size] = '\0';
    const char* after_name = std::strrchr(text, ')');
    ProcessState state;
    unsigned long long user = 0, system = 0, user_of_children = 0, system_of_children = 0;
    if (after_name == nullptr ||
        std::sscanf(after_name + 1, " %c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %llu %llu %llu %llu", &state.letter,
                    &user, &system, &user_of_children, &system_of_children) != 5)
        return std::nullopt;
    state.time = user + system + user_of_children + system_of_children;
    return state;
}

}  // namespace lab::run
