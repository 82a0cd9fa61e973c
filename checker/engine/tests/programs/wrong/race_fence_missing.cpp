// expect: data-race
// A release fence on one side, no acquire fence on the other.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    int data = 0;
    std::atomic<bool> ready = false;
    std::thread writer([&] {
        data = 1;
        std::atomic_thread_fence(std::memory_order_release);
        ready.store(true, std::memory_order_relaxed);
    });
    while (!ready.load(std::memory_order_relaxed)) std::this_thread::yield();
    std::printf("%d\n", data);
    writer.join();
}
