// no_threads.cpp: right numbers, but the caller does all the work.
#include "threads.hpp"

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count);
    for (int i = 0; i < count; ++i) {
        slots[i] = work("worker " + std::to_string(i), i);
    }
    return slots;
}
