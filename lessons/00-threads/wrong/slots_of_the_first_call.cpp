// Wrong: the slots are static: made once, with as many as the first call wanted.
#include "threads.hpp"

#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    static std::vector<int> slots(count);
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < count; ++i) {
            threads.emplace_back([&work, i] { slots[i] = work("worker " + std::to_string(i), i); });
        }
    }
    return slots;
}
