// expect: passed
// output: ended\n
// about: a seqlock of relaxed atomics and two fences
#include <atomic>
#include <thread>
#include <cassert>
#include <cstdio>
std::atomic<unsigned> seq{0};
std::atomic<int> x{0}, y{0};
int main() {
    std::thread w([] {
        seq.store(1, std::memory_order_relaxed);
        std::atomic_thread_fence(std::memory_order_release);
        x.store(5, std::memory_order_relaxed);
        y.store(5, std::memory_order_relaxed);
        seq.store(2, std::memory_order_release);
    });
    for (int k = 0; k < 2; ++k) {
        unsigned a = seq.load(std::memory_order_acquire);
        int p = x.load(std::memory_order_relaxed), q = y.load(std::memory_order_relaxed);
        std::atomic_thread_fence(std::memory_order_acquire);
        if (a % 2 == 0 && seq.load(std::memory_order_relaxed) == a) assert(p == q);
    }
    w.join();
    std::puts("ended");
}
