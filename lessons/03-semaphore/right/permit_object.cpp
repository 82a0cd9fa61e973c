// permit_object.cpp: an object holds the permit; two binary semaphores for the rendezvous.
#include "semaphore.hpp"

#include <semaphore>

namespace {

std::counting_semaphore<2> places{2};
std::binary_semaphore first_is_here{0};
std::binary_semaphore second_is_here{0};

// Holds one place from its beginning to its end, whatever happens in between.
class Place {
public:
    Place() { places.acquire(); }
    ~Place() { places.release(); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
};

}  // namespace

void print_in_shop(const Job& job) {
    Place place;
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
