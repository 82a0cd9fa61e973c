// expect: passed
// output: 3 3\n
// Release store with an acquire fence; release fence with an acquire load.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    int first = 0, second = 0, seen_first = 0, seen_second = 0;
    std::atomic<int> to_b = 0, to_a = 0;
    std::thread a([&] {
        first = 3;
        to_b.store(1, std::memory_order_release);
        while (to_a.load(std::memory_order_acquire) == 0) std::this_thread::yield();
        seen_second = second;
    });
    std::thread b([&] {
        second = 3;
        std::atomic_thread_fence(std::memory_order_seq_cst);
        to_a.store(1, std::memory_order_relaxed);
        while (to_b.load(std::memory_order_relaxed) == 0) std::this_thread::yield();
        std::atomic_thread_fence(std::memory_order_seq_cst);
        seen_first = first;
    });
    a.join();
    b.join();
    std::printf("%d %d\n", seen_first, seen_second);
}
