// expect: livelock
// wait_for in a loop for a flag that is never set.
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable changed;
    bool ready = false;
    std::thread waiter([&] {
        std::unique_lock lock(guard);
        while (!ready) changed.wait_for(lock, std::chrono::milliseconds(5));
    });
    waiter.join();
}
