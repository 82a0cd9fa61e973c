// slots_by_arrival.cpp: no race, but the results stand in the order in which the workers happened to finish.
#include "threads.hpp"

#include <mutex>
#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots;
    std::mutex mutex;
    std::vector<std::thread> workers;
    for (int i = 0; i < count; ++i) {
        workers.emplace_back([&slots, &work, &mutex, i] {
            const int result = work("worker " + std::to_string(i), i);
            std::lock_guard guard(mutex);
            slots.push_back(result);
        });
    }
    for (std::thread& worker : workers) {
        worker.join();
    }
    return slots;
}
