// expect: passed
// output: 3\n
// Sleeps before locked work change nothing about the result.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    using namespace std::chrono_literals;
    std::mutex guard;
    int total = 0;
    std::thread a([&] {
        std::this_thread::sleep_for(10ms);
        std::lock_guard lock(guard);
        total += 1;
    });
    std::thread b([&] {
        std::this_thread::sleep_until(std::chrono::steady_clock::now() + 5ms);
        std::lock_guard lock(guard);
        total += 2;
    });
    a.join();
    b.join();
    std::printf("%d\n", total);
}
