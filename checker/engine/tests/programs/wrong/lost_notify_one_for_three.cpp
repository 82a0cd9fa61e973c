// expect: lost-wakeup
// One notify_one for three waiters at a gate.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable gate;
    bool open = false;
    auto run = [&] {
        std::unique_lock lock(guard);
        gate.wait(lock, [&] { return open; });
    };
    std::thread a(run), b(run), c(run);
    {
        std::lock_guard lock(guard);
        open = true;
    }
    gate.notify_one();
    a.join();
    b.join();
    c.join();
}
