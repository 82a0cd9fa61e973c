// Wrong: each worker counts itself in a volatile variable, and the caller looks at it until all have come.
#include "threads.hpp"

#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count);
    std::vector<std::thread> workers;
    volatile int done = 0;
    for (int i = 0; i < count; ++i) {
        workers.emplace_back([&slots, &work, &done, i] {
            slots[i] = work("worker " + std::to_string(i), i);
            done = done + 1;
        });
    }
    while (done < count) {
    }
    const std::vector<int> result = slots;
    for (std::thread& worker : workers) {
        worker.join();
    }
    return result;
}
