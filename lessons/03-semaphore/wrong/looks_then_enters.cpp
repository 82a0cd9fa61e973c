// looks_then_enters.cpp: looks whether there is room, and enters a moment later.
#include "semaphore.hpp"

#include <atomic>
#include <semaphore>
#include <thread>

namespace {

std::atomic<int> inside{0};
std::counting_semaphore<> first_is_here{0};
std::counting_semaphore<> second_is_here{0};

// Counts a customer out when it goes out of scope.
struct Leave {
    ~Leave() { --inside; }
};

}  // namespace

void print_in_shop(const Job& job) {
    while (inside >= 2) {
        std::this_thread::yield();
    }
    ++inside;
    Leave leave;
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
