// expect: passed
// output: agreed\n
// wait_until with a predicate may time out; the answer always agrees with the flag.
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable changed;
    bool ready = false, agreed = false;
    std::thread setter([&] {
        {
            std::lock_guard lock(guard);
            ready = true;
        }
        changed.notify_one();
    });
    {
        std::unique_lock lock(guard);
        auto until = std::chrono::system_clock::now() + std::chrono::milliseconds(1);
        bool answer = changed.wait_until(lock, until, [&] { return ready; });
        agreed = answer == ready;
    }
    setter.join();
    if (agreed) std::puts("agreed");
}
