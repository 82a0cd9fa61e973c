// expect: deadlock
// The flag that the waiter waits for is never set.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable changed;
    bool ready = false;
    std::thread waiter([&] {
        std::unique_lock lock(guard);
        while (!ready) changed.wait(lock);
    });
    waiter.join();
}
