// shared_vector_unprotected.cpp: all workers append to one vector at once.
#include "threads.hpp"

#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots;
    std::vector<std::thread> workers;
    for (int i = 0; i < count; ++i) {
        workers.emplace_back([&slots, &work, i] { slots.push_back(work("worker " + std::to_string(i), i)); });
    }
    for (std::thread& worker : workers) {
        worker.join();
    }
    return slots;
}
