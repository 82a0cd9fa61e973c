// threads.hpp: given. What run_workers promises.
#pragma once

#include <functional>
#include <string>
#include <vector>

// What one worker does: it gets its name and its number, and returns the value for its slot.
// Several threads may call it at the same time. It throws nothing.
using Work = std::function<int(const std::string& name, int number)>;

// Starts `count` threads (1 or more), the workers 0, 1, ..., count - 1. Each is a thread of its own, not the caller's.
// Worker i calls work("worker i", i) exactly once, with its number in its name: "worker 0", "worker 1", ...
// Returns when all workers have finished: a vector of `count` slots, with the result of worker i in slot i.
// All workers are started before any is waited for, so that all of them can be at work at the same time.
std::vector<int> run_workers(int count, const Work& work);
