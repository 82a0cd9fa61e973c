// one_signal_for_both.cpp: one semaphore for both: each can take its own signal.
#include "semaphore.hpp"

#include <semaphore>

namespace {

std::counting_semaphore<> places{2};
std::counting_semaphore<> somebody_is_here{0};

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
    somebody_is_here.release();
    somebody_is_here.acquire();
}

void second_arrives() {
    somebody_is_here.release();
    somebody_is_here.acquire();
}
