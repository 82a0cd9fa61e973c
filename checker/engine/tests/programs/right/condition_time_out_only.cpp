// expect: passed
// output: timed out\n
// Nobody notifies: the wait ends at its deadline.
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::thread sleeper([] {
        std::mutex guard;
        std::condition_variable never;
        std::unique_lock lock(guard);
        auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(20);
        while (never.wait_until(lock, deadline) != std::cv_status::timeout) {
        }
        if (std::chrono::steady_clock::now() >= deadline) std::puts("timed out");
    });
    sleeper.join();
}
