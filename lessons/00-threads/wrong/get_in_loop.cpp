// get_in_loop.cpp: asks for each result as soon as the worker was started.
#include "threads.hpp"

#include <future>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots;
    for (int i = 0; i < count; ++i) {
        slots.push_back(std::async(std::launch::async, work, "worker " + std::to_string(i), i).get());
    }
    return slots;
}
