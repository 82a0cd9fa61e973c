// expect: lost-wakeup
// The flag is set and notified without the lock, between the waiter's test and its wait.
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable changed;
    std::atomic<bool> ready = false;
    std::thread waiter([&] {
        std::unique_lock lock(guard);
        while (!ready) changed.wait(lock);
    });
    ready = true;
    changed.notify_one();
    waiter.join();
}
