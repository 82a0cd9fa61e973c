// expect: passed
// output: 60\n
// A read-modify-write of one's own with compare_exchange_weak.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<long> product = 2;
    auto multiply = [&](long factor) {
        long seen = product.load(std::memory_order_relaxed);
        while (
            !product.compare_exchange_weak(seen, seen * factor, std::memory_order_acq_rel, std::memory_order_relaxed)) {
        }
    };
    std::thread a(multiply, 5), b(multiply, 6);
    a.join();
    b.join();
    std::printf("%ld\n", product.load());
}
