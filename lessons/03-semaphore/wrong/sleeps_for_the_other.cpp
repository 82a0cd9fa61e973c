// sleeps_for_the_other.cpp: 20 ms should be enough for the other to come.
#include "semaphore.hpp"

#include <chrono>
#include <semaphore>
#include <thread>

namespace {

std::counting_semaphore<> places{2};

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

void first_arrives() { std::this_thread::sleep_for(std::chrono::milliseconds(20)); }

void second_arrives() { std::this_thread::sleep_for(std::chrono::milliseconds(20)); }
