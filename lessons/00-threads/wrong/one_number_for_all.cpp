// one_number_for_all.cpp: one counter outlives the loop, but all workers share it.
#include "threads.hpp"

#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count);
    int next = 0;
    std::vector<std::thread> workers;
    for (int i = 0; i < count; ++i) {
        workers.emplace_back([&slots, &work, &next] {
            const int number = next++;
            slots[number] = work("worker " + std::to_string(number), number);
        });
    }
    for (std::thread& worker : workers) {
        worker.join();
    }
    return slots;
}
