// joins_last_only.cpp: the last worker was started last, so it will be the last to finish?
#include "threads.hpp"

#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count);
    std::vector<std::thread> workers;
    for (int i = 0; i < count; ++i) {
        workers.emplace_back([&slots, &work, i] { slots[i] = work("worker " + std::to_string(i), i); });
    }
    workers.back().join();
    return slots;
}
