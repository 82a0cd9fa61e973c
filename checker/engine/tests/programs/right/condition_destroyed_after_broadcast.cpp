// expect: passed
// output: passed on\n
// The last waiter that wakes up destroys the heap object which holds lock and condition.
#include <condition_variable>
#include <cstdio>
#include <memory>
#include <mutex>
#include <thread>

struct Gate {
    std::mutex guard;
    std::condition_variable opened;
    bool open = false;
};

int main() {
    auto gate = std::make_shared<Gate>();
    std::thread waiter([gate]() mutable {
        {
            std::unique_lock lock(gate->guard);
            gate->opened.wait(lock, [&] { return gate->open; });
        }
        gate.reset();
    });
    {
        std::lock_guard lock(gate->guard);
        gate->open = true;
        gate->opened.notify_all();
    }
    gate.reset();
    waiter.join();
    std::puts("passed on");
}
