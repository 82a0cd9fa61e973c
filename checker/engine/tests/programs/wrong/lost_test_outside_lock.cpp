// expect: lost-wakeup
// The waiter tests under the lock, but lets go of it before it waits.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable changed;
    bool ready = false;
    std::thread waiter([&] {
        bool wait;
        {
            std::lock_guard lock(guard);
            wait = !ready;
        }
        if (wait) {
            std::unique_lock lock(guard);
            changed.wait(lock);
        }
    });
    {
        std::lock_guard lock(guard);
        ready = true;
    }
    changed.notify_one();
    waiter.join();
}
