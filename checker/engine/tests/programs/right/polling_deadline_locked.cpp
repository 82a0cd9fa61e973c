// expect: passed
// output: 0 0\n
// Two threads poll, each under a lock, until their time is up: time must pass for both.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>
std::mutex m; bool ready = false;
bool wait_until_ready() {
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(5);
    while (std::chrono::steady_clock::now() < end) {
        { std::lock_guard l(m); if (ready) return true; }
        std::this_thread::yield();
    }
    return false;
}
int main() {
    bool a = false, b = false;
    std::thread t([&] { a = wait_until_ready(); });
    std::thread u([&] { b = wait_until_ready(); });
    t.join(); u.join();
    std::printf("%d %d\n", a, b);
}
