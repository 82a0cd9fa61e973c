// sleep_instead_of_join.cpp: 20 ms are surely enough?
#include "threads.hpp"

#include <chrono>
#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count);
    for (int i = 0; i < count; ++i) {
        std::thread([&slots, &work, i] { slots[i] = work("worker " + std::to_string(i), i); }).detach();
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return slots;
}
