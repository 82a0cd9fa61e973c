// expect: deadlock
// A wait gives back one lock and keeps another, which the setter needs.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
    std::mutex outer, guard;
    std::condition_variable changed;
    bool ready = false;
    std::thread waiter([&] {
        std::lock_guard first(outer);
        std::unique_lock lock(guard);
        changed.wait(lock, [&] { return ready; });
    });
    std::thread setter([&] {
        std::lock_guard first(outer);
        {
            std::lock_guard lock(guard);
            ready = true;
        }
        changed.notify_one();
    });
    waiter.join();
    setter.join();
}
