// expect: passed
// output: 3 started\n
// A starting gate: notify_all for several waiters.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable gate;
    bool open = false;
    int started = 0;
    auto run = [&] {
        std::unique_lock lock(guard);
        gate.wait(lock, [&] { return open; });
        ++started;
    };
    std::jthread a(run), b(run), c(run);
    {
        std::lock_guard lock(guard);
        open = true;
    }
    gate.notify_all();
    a.join();
    b.join();
    c.join();
    std::printf("%d started\n", started);
}
