// Wrong: a counter under a lock, and a condition variable. Who finds two inside still goes in.
#include "semaphore.hpp"

#include <condition_variable>
#include <mutex>
#include <semaphore>

namespace {

std::mutex mutex;
std::condition_variable somebody_left;
int inside = 0;

std::counting_semaphore<> first_is_here{0};
std::counting_semaphore<> second_is_here{0};

}  // namespace

void print_in_shop(const Job& job) {
    {
        std::unique_lock lock(mutex);
        somebody_left.wait(lock, [] { return inside <= 2; });
        ++inside;
    }
    std::exception_ptr jam;
    try {
        job();
    } catch (...) {
        jam = std::current_exception();
    }
    {
        std::lock_guard lock(mutex);
        --inside;
    }
    somebody_left.notify_one();
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
