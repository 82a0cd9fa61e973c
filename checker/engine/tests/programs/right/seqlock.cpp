// expect: passed
// output: equal\n
// A sequence lock with atomic data and fences.
#include <atomic>
#include <cstdio>
#include <thread>

static std::atomic<unsigned> sequence;
static std::atomic<int> first, second;

int main() {
    int a = 0, b = 1;
    std::thread writer([] {
        for (int value = 1; value <= 2; ++value) {
            unsigned before = sequence.load(std::memory_order_relaxed);
            sequence.store(before + 1, std::memory_order_relaxed);
            std::atomic_thread_fence(std::memory_order_release);
            first.store(value, std::memory_order_relaxed);
            second.store(value, std::memory_order_relaxed);
            sequence.store(before + 2, std::memory_order_release);
        }
    });
    std::thread reader([&] {
        for (;;) {
            unsigned before = sequence.load(std::memory_order_acquire);
            if (before % 2 != 0) {
                std::this_thread::yield();
                continue;
            }
            a = first.load(std::memory_order_relaxed);
            b = second.load(std::memory_order_relaxed);
            std::atomic_thread_fence(std::memory_order_acquire);
            if (sequence.load(std::memory_order_relaxed) == before) break;
        }
    });
    writer.join();
    reader.join();
    if (a == b) std::puts("equal");
}
