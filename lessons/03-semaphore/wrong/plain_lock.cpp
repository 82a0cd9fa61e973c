// plain_lock.cpp: a mutex lets in one, never two.
#include "semaphore.hpp"

#include <mutex>
#include <semaphore>

namespace {

std::mutex shop;
std::counting_semaphore<> first_is_here{0};
std::counting_semaphore<> second_is_here{0};

}  // namespace

void print_in_shop(const Job& job) {
    std::lock_guard guard(shop);
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
