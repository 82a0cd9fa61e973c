// caller_is_last_worker.cpp: one thread too few; the caller works as the last worker.
#include "threads.hpp"

#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count);
    std::vector<std::thread> workers;
    for (int i = 0; i + 1 < count; ++i) {
        workers.emplace_back([&slots, &work, i] { slots[i] = work("worker " + std::to_string(i), i); });
    }
    slots[count - 1] = work("worker " + std::to_string(count - 1), count - 1);
    for (std::thread& worker : workers) {
        worker.join();
    }
    return slots;
}
