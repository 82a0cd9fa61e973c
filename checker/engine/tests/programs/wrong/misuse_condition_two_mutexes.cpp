// expect: misuse
// Two threads wait for one condition with different mutexes.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
    std::mutex first, second;
    std::condition_variable changed;
    bool a_ready = false, b_ready = false;
    std::thread a([&] {
        std::unique_lock lock(first);
        changed.wait(lock, [&] { return a_ready; });
    });
    std::thread b([&] {
        std::unique_lock lock(second);
        changed.wait(lock, [&] { return b_ready; });
    });
    {
        std::scoped_lock lock(first, second);
        a_ready = b_ready = true;
        changed.notify_all();
    }
    a.join();
    b.join();
}
