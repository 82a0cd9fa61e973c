// expect: passed
// output: 2\n
// Ownership of a lock moves out of a function, is swapped and released by hand.
#include <cstdio>
#include <mutex>
#include <thread>
#include <utility>

static std::mutex guard;
static int value;

static std::unique_lock<std::mutex> take() {
    std::unique_lock lock(guard);
    ++value;
    return lock;
}

int main() {
    std::thread a([] {
        std::unique_lock<std::mutex> mine;
        auto lock = take();
        mine.swap(lock);
    });
    std::thread b([] {
        auto lock = take();
        std::mutex* raw = lock.release();
        raw->unlock();
    });
    a.join();
    b.join();
    std::lock_guard lock(guard);
    std::printf("%d\n", value);
}
