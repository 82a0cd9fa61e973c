// waits_before_signal.cpp: both wait first and signal then.
#include "semaphore.hpp"

#include <semaphore>

namespace {

std::counting_semaphore<> places{2};
std::counting_semaphore<> first_is_here{0};
std::counting_semaphore<> second_is_here{0};

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
    second_is_here.acquire();
    first_is_here.release();
}

void second_arrives() {
    first_is_here.acquire();
    second_is_here.release();
}
