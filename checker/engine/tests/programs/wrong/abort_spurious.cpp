// expect: abort
// A wait without a loop takes a spurious wake-up for the event.
#include <cassert>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable changed;
    bool ready = false;
    std::thread setter([&] {
        std::lock_guard lock(guard);
        ready = true;
        changed.notify_one();
    });
    {
        std::unique_lock lock(guard);
        if (!ready) changed.wait(lock);
        assert(ready);
    }
    setter.join();
    std::puts("ready");
}
