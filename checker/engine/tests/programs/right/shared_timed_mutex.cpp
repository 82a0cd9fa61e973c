// expect: passed
// output: 1\n
// A shared timed mutex: timed shared and timed exclusive locks in loops.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <shared_mutex>
#include <thread>

int main() {
    using namespace std::chrono_literals;
    std::shared_timed_mutex guard;
    int value = 0;
    std::thread writer([&] {
        while (!guard.try_lock_for(1ms)) {
        }
        value = 1;
        guard.unlock();
    });
    std::thread reader([&] {
        for (int seen = 0; seen == 0;) {
            std::shared_lock lock(guard, std::defer_lock);
            if (lock.try_lock_for(1ms)) seen = value;
        }
    });
    writer.join();
    reader.join();
    std::shared_lock lock(guard, std::chrono::steady_clock::now() + 1h);
    std::printf("%d\n", value);
}
