// polling_and_barrier.cpp: asks for a permit until there is one; the rendezvous is a barrier of two.
#include "semaphore.hpp"

#include <barrier>
#include <semaphore>
#include <thread>

namespace {

std::counting_semaphore<> places{2};
std::barrier meeting(2);

// Gives a place back when it goes out of scope.
struct GiveBack {
    ~GiveBack() { places.release(); }
};

}  // namespace

void print_in_shop(const Job& job) {
    while (!places.try_acquire()) {
        std::this_thread::yield();
    }
    GiveBack give_back;
    job();
}

void first_arrives() { meeting.arrive_and_wait(); }

void second_arrives() { meeting.arrive_and_wait(); }
