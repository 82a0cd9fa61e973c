// two_chairs.cpp: two chairs with a lock each; whoever finds no free one looks again.
#include "semaphore.hpp"

#include <mutex>
#include <semaphore>
#include <thread>

namespace {

std::mutex chairs[2];
std::counting_semaphore<> first_is_here{0};
std::counting_semaphore<> second_is_here{0};

}  // namespace

void print_in_shop(const Job& job) {
    for (;;) {
        for (std::mutex& chair : chairs) {
            const std::unique_lock seat(chair, std::try_to_lock);
            if (seat) {
                job();
                return;
            }
        }
        std::this_thread::yield();
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
