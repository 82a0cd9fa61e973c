// expect: passed
// output: over\n
// A time-out of two hours comes, though somebody looks every 200 ms whether it has come.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

using namespace std::chrono_literals;

int main() {
    std::mutex guard;
    std::condition_variable changed;
    bool stop = false;
    std::atomic<bool> expired{false};
    std::thread timer([&] {
        std::unique_lock lock(guard);
        if (!changed.wait_for(lock, 2h, [&] { return stop; })) expired = true;
    });
    while (!expired) std::this_thread::sleep_for(200ms);
    timer.join();
    std::puts("over");
}
