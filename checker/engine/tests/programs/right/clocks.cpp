// expect: passed
// output: forward\n
// The steady clock never goes back, within a thread or across join.
#include <chrono>
#include <cstdio>
#include <thread>

int main() {
    using Clock = std::chrono::steady_clock;
    auto start = Clock::now();
    Clock::time_point inside;
    std::thread worker([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        inside = Clock::now();
    });
    worker.join();
    auto end = Clock::now();
    auto today = std::chrono::system_clock::now();
    bool plausible = today.time_since_epoch() > std::chrono::hours(24 * 365 * 30);
    if (inside - start >= std::chrono::milliseconds(5) && end >= inside && plausible) std::puts("forward");
}
