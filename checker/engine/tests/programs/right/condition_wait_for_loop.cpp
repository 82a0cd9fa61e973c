// expect: passed
// output: ready\n
// wait_for in a loop: a time-out only means another look.
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
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        std::lock_guard lock(guard);
        ready = true;
        changed.notify_one();
    });
    {
        std::unique_lock lock(guard);
        while (!ready) changed.wait_for(lock, std::chrono::milliseconds(10));
    }
    setter.join();
    std::puts("ready");
}
