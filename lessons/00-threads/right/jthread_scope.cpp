// jthread_scope.cpp: the closing brace joins all jthreads, before the slots are read.
#include "threads.hpp"

#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count);
    {
        std::vector<std::jthread> workers;
        for (int i = 0; i < count; ++i) {
            workers.emplace_back([&slots, &work, i] { slots[i] = work("worker " + std::to_string(i), i); });
        }
    }
    return slots;
}
