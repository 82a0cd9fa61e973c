// expect: data-race
// The release fence comes after the flag is set.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    int data = 0;
    std::atomic<bool> ready = false;
    std::thread writer([&] {
        data = 1;
        ready.store(true, std::memory_order_relaxed);
        std::atomic_thread_fence(std::memory_order_release);
    });
    while (!ready.load(std::memory_order_relaxed)) std::this_thread::yield();
    std::atomic_thread_fence(std::memory_order_acquire);
    std::printf("%d\n", data);
    writer.join();
}
