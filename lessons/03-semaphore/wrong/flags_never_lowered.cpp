// flags_never_lowered.cpp: the flags of the first meeting are still up at the second.
#include "semaphore.hpp"

#include <atomic>
#include <semaphore>

namespace {

std::counting_semaphore<> places{2};
std::atomic<bool> first_is_here{false};
std::atomic<bool> second_is_here{false};

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
    first_is_here = true;
    first_is_here.notify_one();
    second_is_here.wait(false);
}

void second_arrives() {
    second_is_here = true;
    second_is_here.notify_one();
    first_is_here.wait(false);
}
