// jam_frees_two_places.cpp: a job that throws gives its place back twice.
#include "semaphore.hpp"

#include <semaphore>

namespace {

std::counting_semaphore<> places{2};
std::counting_semaphore<> first_is_here{0};
std::counting_semaphore<> second_is_here{0};

// Gives a place back when it goes out of scope.
struct Place {
    ~Place() { places.release(); }
};

}  // namespace

void print_in_shop(const Job& job) {
    places.acquire();
    Place place;
    try {
        job();
    } catch (...) {
        places.release();
        throw;
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
