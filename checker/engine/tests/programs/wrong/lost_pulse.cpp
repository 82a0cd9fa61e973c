// expect: lost-wakeup|deadlock
// An event that is set, notified and cleared at once; a woken thread tests again too late.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable changed;
    bool set = false;
    std::thread waiter([&] {
        std::unique_lock lock(guard);
        while (!set) changed.wait(lock);
    });
    {
        std::lock_guard lock(guard);
        set = true;
    }
    changed.notify_all();
    {
        std::lock_guard lock(guard);
        set = false;
    }
    waiter.join();
}
