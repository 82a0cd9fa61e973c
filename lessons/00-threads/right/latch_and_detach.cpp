// latch_and_detach.cpp: detached workers count down a latch; the caller waits for it instead of joining.
#include "threads.hpp"

#include <latch>
#include <memory>
#include <thread>

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count);
    auto finished = std::make_shared<std::latch>(count);
    for (int i = 0; i < count; ++i) {
        std::thread([&slots, &work, finished, i] {
            slots[i] = work("worker " + std::to_string(i), i);
            finished->count_down();
        }).detach();
    }
    finished->wait();
    return slots;
}
