// process_state.hpp: what the kernel says a process does now.
#pragma once

#include <sys/types.h>

#include <optional>

namespace lab::run {

// What a process does, and how much processor time it and the children that it waited for have used, in ticks.
struct ProcessState {
    char letter = '?';  // as in /proc: R runs, S sleeps, T is stopped, Z has ended, ...
    unsigned long long time = 0;
};

// Nothing if there is no such process.
std::optional<ProcessState> state_of(pid_t pid);

}  // namespace lab::run
