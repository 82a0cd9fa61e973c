// expect: data-race
// A payload is published by a relaxed flag.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    int payload = 0;
    std::atomic<bool> ready = false;
    std::thread writer([&] {
        payload = 1;
        ready.store(true, std::memory_order_relaxed);
    });
    while (!ready.load(std::memory_order_relaxed)) std::this_thread::yield();
    std::printf("%d\n", payload);
    writer.join();
}
