// expect: passed
// output: 4\n
// unique_lock: deferred, tried, adopted, timed.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::timed_mutex guard;
    int value = 0;
    std::thread deferred([&] {
        std::unique_lock lock(guard, std::defer_lock);
        lock.lock();
        ++value;
        lock.unlock();
        lock.lock();
        ++value;
    });
    std::thread tried([&] {
        std::unique_lock lock(guard, std::try_to_lock);
        if (!lock) lock.lock();
        ++value;
    });
    std::thread adopted([&] {
        guard.lock();
        std::unique_lock lock(guard, std::adopt_lock);
        ++value;
    });
    deferred.join();
    tried.join();
    adopted.join();
    std::unique_lock lock(guard, std::chrono::hours(1));
    std::printf("%d\n", value);
}
