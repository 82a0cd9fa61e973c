// Wrong: counts arrivals in atomics; what the first has done is ordered before the second goes on, but not the other
// way round.
#include "semaphore.hpp"

#include <atomic>
#include <semaphore>
#include <thread>

namespace {

std::counting_semaphore<> places{2};
std::atomic<int> firsts{0};
std::atomic<int> seconds{0};

}  // namespace

void print_in_shop(const Job& job) {
    places.acquire();
    try {
        job();
    } catch (...) {
        places.release();
        throw;
    }
    places.release();
}

void first_arrives() {
    const int meeting = firsts.fetch_add(1, std::memory_order_release) + 1;
    while (seconds.load(std::memory_order_relaxed) < meeting) {
        std::this_thread::yield();
    }
}

void second_arrives() {
    const int meeting = seconds.fetch_add(1, std::memory_order_relaxed) + 1;
    while (firsts.load(std::memory_order_acquire) < meeting) {
        std::this_thread::yield();
    }
}
