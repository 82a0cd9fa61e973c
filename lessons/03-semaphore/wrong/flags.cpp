// flags.cpp: two flags and two waiting loops, volatile to be sure.
#include "semaphore.hpp"

#include <semaphore>
#include <thread>

namespace {

std::counting_semaphore<> places{2};
volatile bool first_is_here = false;
volatile bool second_is_here = false;

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
    while (!second_is_here) {
        std::this_thread::yield();
    }
    second_is_here = false;
}

void second_arrives() {
    second_is_here = true;
    while (!first_is_here) {
        std::this_thread::yield();
    }
    first_is_here = false;
}
