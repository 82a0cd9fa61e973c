// expect: passed
// outputs: ready\n || timed out\n
// A timed wait that either sees the flag or times out.
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable changed;
    bool ready = false;
    std::thread setter([&] {
        std::lock_guard lock(guard);
        ready = true;
        changed.notify_one();
    });
    {
        std::unique_lock lock(guard);
        bool seen = changed.wait_for(lock, std::chrono::milliseconds(10), [&] { return ready; });
        std::puts(seen ? "ready" : "timed out");
    }
    setter.join();
}
