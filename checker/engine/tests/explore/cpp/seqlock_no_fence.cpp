// expect: abort
// about: a seqlock whose reader has no fence
#include <atomic>
#include <thread>
#include <cassert>
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
    unsigned a = seq.load(std::memory_order_acquire);
    int p = x.load(std::memory_order_relaxed), q = y.load(std::memory_order_relaxed);
    if (a % 2 == 0 && seq.load(std::memory_order_relaxed) == a) assert(p == q);
    w.join();
}
