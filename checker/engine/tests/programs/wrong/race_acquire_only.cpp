// expect: data-race
// Acquired, but not released.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    int data = 0;
    std::atomic<int> ready = 0;
    std::thread writer([&] {
        data = 1;
        ready.store(1, std::memory_order_relaxed);
    });
    if (ready.load(std::memory_order_acquire) == 1) std::printf("%d\n", data);
    writer.join();
}
