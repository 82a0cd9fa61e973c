// expect: passed
// output: there\n
// A wait of a year does not end early: nobody is held up for so long. One of a minute may.
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable changed;
    bool there = false;
    std::thread other([&] {
        std::lock_guard lock(guard);
        there = true;
        changed.notify_one();
    });
    {
        std::unique_lock lock(guard);
        std::puts(changed.wait_for(lock, std::chrono::hours(24 * 365), [&] { return there; }) ? "there" : "not there");
    }
    other.join();
}
