// Wrong: the names of all workers are written into one buffer, which the workers read when they come to it.
#include "threads.hpp"

#include <cstdio>
#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count);
    std::vector<std::thread> workers;
    char name[32];
    for (int i = 0; i < count; ++i) {
        std::snprintf(name, sizeof name, "worker %d", i);
        workers.emplace_back([&slots, &work, &name, i] { slots[i] = work(name, i); });
    }
    for (std::thread& worker : workers) {
        worker.join();
    }
    return slots;
}
