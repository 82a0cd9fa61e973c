// expect: passed
// output: 30\n
// Threads allocate and free blocks of one size in turn, so that addresses are used again.
#include <atomic>
#include <cstdio>
#include <memory>
#include <thread>

int main() {
    std::atomic<int> sum = 0;
    auto work = [&](int value) {
        for (int i = 0; i < 3; ++i) {
            auto box = std::make_unique<int>(value);
            *box += 1;
            sum += *box - 1;
        }
    };
    std::thread a(work, 3), b(work, 7);
    a.join();
    b.join();
    std::printf("%d\n", sum.load());
}
