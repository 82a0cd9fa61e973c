// impatient.cpp: waits for a second, then walks in all the same.
#include "semaphore.hpp"

#include <chrono>
#include <semaphore>

namespace {

std::counting_semaphore<> places{2};
std::counting_semaphore<> first_is_here{0};
std::counting_semaphore<> second_is_here{0};

}  // namespace

void print_in_shop(const Job& job) {
    const bool has_place = places.try_acquire_for(std::chrono::seconds(1));
    try {
        job();
    } catch (...) {
        if (has_place) {
            places.release();
        }
        throw;
    }
    if (has_place) {
        places.release();
    }
}

void first_arrives() {
    first_is_here.release();
    second_is_here.acquire();
}

void second_arrives() {
    second_is_here.release();
    first_is_here.acquire();
}
