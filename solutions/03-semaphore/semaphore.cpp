// semaphore.cpp: a print shop with room for two, and a rendezvous of two threads.
// Five customers come to the shop, and never more than two are inside. Then two threads meet: neither
// goes on before the other has come. The program prints "most at once 2", "jobs 5" and a letter.
#include "semaphore.hpp"

#include <semaphore>

namespace {

std::counting_semaphore<> places{2};  // one permit for each place in the shop

// Has no permit until the first thread has arrived.
std::counting_semaphore<> first_is_here{0};

std::counting_semaphore<> second_is_here{0};

}  // namespace

void print_in_shop(const Job& job) {
    places.acquire();
    try {
        job();
    } catch (...) {  // a jam: the place is free again, and the caller learns why
        places.release();
        throw;
    }
    places.release();
}

// Both signal first and wait then: if both waited first, nobody would ever signal.
void first_arrives() {
    first_is_here.release();
    second_is_here.acquire();
}

void second_arrives() {
    second_is_here.release();
    first_is_here.acquire();
}
