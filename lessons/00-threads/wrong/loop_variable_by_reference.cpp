// loop_variable_by_reference.cpp: the workers read i while the loop is still counting.
#include "threads.hpp"

#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count + 1);
    std::vector<std::thread> workers;
    for (int i = 0; i < count; ++i) {
        workers.emplace_back([&] { slots[i] = work("worker " + std::to_string(i), i); });
    }
    for (std::thread& worker : workers) {
        worker.join();
    }
    slots.pop_back();
    return slots;
}
