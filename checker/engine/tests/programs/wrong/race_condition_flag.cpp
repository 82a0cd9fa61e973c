// expect: data-race
// The flag of a condition is set without the lock.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable changed;
    bool ready = false;
    std::thread setter([&] {
        ready = true;
        changed.notify_one();
    });
    {
        std::unique_lock lock(guard);
        changed.wait(lock, [&] { return ready; });
    }
    setter.join();
    std::puts("ready");
}
