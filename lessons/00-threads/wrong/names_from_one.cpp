// names_from_one.cpp: counts the names from 1.
#include "threads.hpp"

#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count);
    std::vector<std::thread> workers;
    for (int i = 0; i < count; ++i) {
        workers.emplace_back([&slots, &work, i] { slots[i] = work("worker " + std::to_string(i + 1), i); });
    }
    for (std::thread& worker : workers) {
        worker.join();
    }
    return slots;
}
