// Wrong: two places with a lock each, and customers are sent to them in turn: one waits although the other place is
// free.
#include "semaphore.hpp"

#include <atomic>
#include <mutex>
#include <semaphore>

namespace {

std::mutex places[2];
std::atomic<unsigned> customers{0};
std::binary_semaphore first_is_here{0};
std::binary_semaphore second_is_here{0};

}  // namespace

void print_in_shop(const Job& job) {
    std::lock_guard guard(places[customers++ % 2]);
    job();
}

void first_arrives() {
    first_is_here.release();
    second_is_here.acquire();
}

void second_arrives() {
    second_is_here.release();
    first_is_here.acquire();
}
