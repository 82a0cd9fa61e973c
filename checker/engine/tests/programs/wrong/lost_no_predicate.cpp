// expect: lost-wakeup
// A wait without any predicate; the notification may come before.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable signal;
    std::thread waiter([&] {
        std::unique_lock lock(guard);
        signal.wait(lock);
    });
    {
        std::lock_guard lock(guard);
        signal.notify_one();
    }
    waiter.join();
}
