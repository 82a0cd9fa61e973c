// expect: passed
// output: stopped, ticked or not\n
// A periodic worker: wait_for with a stop predicate, any number of ticks.
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable stopped;
    bool stop = false;
    int ticks = 0;
    std::thread worker([&] {
        std::unique_lock lock(guard);
        while (!stopped.wait_for(lock, std::chrono::milliseconds(10), [&] { return stop; })) ++ticks;
    });
    {
        std::lock_guard lock(guard);
        stop = true;
    }
    stopped.notify_one();
    worker.join();
    if (ticks >= 0) std::puts("stopped, ticked or not");
}
