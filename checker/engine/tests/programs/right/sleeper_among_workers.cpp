// expect: passed
// budget: 400
// output: over\n
// Two threads work until the third, which sleeps again and again, tells them to stop: it gets its turn.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    long done_so_far = 0;
    std::atomic<bool> done{false};
    const auto work = [&] {
        while (!done) {
            std::lock_guard lock(guard);
            ++done_so_far;
        }
    };
    std::thread first(work), second(work);
    for (int i = 0; i < 20; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    done = true;
    first.join();
    second.join();
    std::puts("over");
}
