// one_way_only.cpp: the second waits for the first, the first for nobody.
#include "semaphore.hpp"

#include <semaphore>

namespace {

std::counting_semaphore<> places{2};
std::counting_semaphore<> first_is_here{0};

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

void first_arrives() { first_is_here.release(); }

void second_arrives() { first_is_here.acquire(); }
