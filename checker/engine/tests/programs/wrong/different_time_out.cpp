// expect: nondeterministic
// outputs: value 5 || value 0
// The answer of a timed wait is ignored.
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable changed;
    int value = 0;
    std::thread setter([&] {
        std::lock_guard lock(guard);
        value = 5;
        changed.notify_one();
    });
    {
        std::unique_lock lock(guard);
        changed.wait_for(lock, std::chrono::seconds(5), [&] { return value != 0; });
        std::printf("value %d", value);
    }
    setter.join();
}
