// sleep_then_join.cpp: joins, but only after the results were copied.
#include "threads.hpp"

#include <chrono>
#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count);
    std::vector<std::thread> workers;
    for (int i = 0; i < count; ++i) {
        workers.emplace_back([&slots, &work, i] { slots[i] = work("worker " + std::to_string(i), i); });
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    std::vector<int> results = slots;
    for (std::thread& worker : workers) {
        worker.join();
    }
    return results;
}
