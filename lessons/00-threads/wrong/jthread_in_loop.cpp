// jthread_in_loop.cpp: the jthread dies, and so joins, at the end of each turn of the loop.
#include "threads.hpp"

#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count);
    for (int i = 0; i < count; ++i) {
        std::jthread worker([&slots, &work, i] { slots[i] = work("worker " + std::to_string(i), i); });
    }
    return slots;
}
