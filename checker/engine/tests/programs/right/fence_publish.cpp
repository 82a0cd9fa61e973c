// expect: passed
// output: 17\n
// A release fence and an acquire fence around relaxed operations.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    int payload = 0;
    std::atomic<bool> ready = false;
    std::thread writer([&] {
        payload = 17;
        std::atomic_thread_fence(std::memory_order_release);
        ready.store(true, std::memory_order_relaxed);
    });
    while (!ready.load(std::memory_order_relaxed)) {
    }
    std::atomic_thread_fence(std::memory_order_acquire);
    std::printf("%d\n", payload);
    writer.join();
}
