// foreground.hpp: programs that `checker watch` starts beside itself: one that takes the terminal, one that does not.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

namespace lab::watch {

// Starts the program with this terminal, in a job of its own, and waits for its end, which a stop brings about. False:
// it could not be started.
bool run_in_foreground(const std::vector<std::string>& argv, const std::stop_token& stop);

// Starts a program that goes on by itself, with nothing of ours: a browser.
void start_apart(const std::vector<std::string>& argv);

}  // namespace lab::watch
