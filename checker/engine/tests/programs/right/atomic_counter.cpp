// expect: passed
// output: 6 6\n
// ++ and fetch_add on atomics of two sizes.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> small = 0;
    std::atomic<long long> large = 0;
    auto work = [&] {
        for (int i = 0; i < 3; ++i) {
            ++small;
            large.fetch_add(1, std::memory_order_relaxed);
        }
    };
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::printf("%d %lld\n", small.load(), large.load());
}
