// chain.cpp: every worker starts the next one, works, and joins the one it started.
#include "threads.hpp"

#include <thread>

namespace {

void run_from(int number, std::vector<int>& slots, const Work& work) {
    std::thread next;
    if (number + 1 < static_cast<int>(slots.size())) {
        next = std::thread(run_from, number + 1, std::ref(slots), std::cref(work));
    }
    slots[number] = work("worker " + std::to_string(number), number);
    if (next.joinable()) {
        next.join();
    }
}

}  // namespace

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count);
    std::thread(run_from, 0, std::ref(slots), std::cref(work)).join();
    return slots;
}
