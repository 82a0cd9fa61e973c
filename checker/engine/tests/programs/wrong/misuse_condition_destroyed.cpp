// expect: misuse|data-race
// A condition variable is destroyed while a thread waits for it.
#include <condition_variable>
#include <mutex>
#include <thread>

static std::mutex guard;

int main() {
    auto* changed = new std::condition_variable;
    bool waiting = false;
    std::thread waiter([&] {
        std::unique_lock lock(guard);
        waiting = true;
        for (;;) changed->wait(lock);
    });
    for (bool seen = false; !seen;) {
        std::lock_guard lock(guard);
        seen = waiting;
    }
    delete changed;
    waiter.join();
}
