// threads.cpp: starts workers, waits for them, and returns what they have made.
// Each worker runs on a thread of its own, has a name, and fills its own slot. With four workers
// that square their number, the program prints "0 1 4 9" and then "done".
#include "threads.hpp"

#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count);

    // The number is captured by value: each worker keeps its own copy while the loop goes on counting.
    std::vector<std::thread> workers;
    for (int i = 0; i < count; ++i) {
        workers.emplace_back([&slots, &work, i] { slots[i] = work("worker " + std::to_string(i), i); });
    }

    // A second loop: joining in the first one would let no two workers run together.
    for (std::thread& worker : workers) {
        worker.join();
    }
    return slots;
}
