// posix_semaphores.cpp: sem_t, the way C does it.
#include "semaphore.hpp"

#include <semaphore.h>
#include <exception>

namespace {

// A sem_t that is ready for use from the start of the program.
struct Semaphore {
    explicit Semaphore(unsigned permits) { sem_init(&semaphore, 0, permits); }
    void acquire() {
        while (sem_wait(&semaphore) != 0) {
        }
    }
    void release() { sem_post(&semaphore); }
    sem_t semaphore;
};

Semaphore places(2);
Semaphore first_is_here(0);
Semaphore second_is_here(0);

}  // namespace

void print_in_shop(const Job& job) {
    places.acquire();
    std::exception_ptr jam;
    try {
        job();
    } catch (...) {
        jam = std::current_exception();
    }
    places.release();
    if (jam) {
        std::rethrow_exception(jam);
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
