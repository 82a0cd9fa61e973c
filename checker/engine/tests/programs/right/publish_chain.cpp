// expect: passed
// output: 3\n
// Happens-before passes through a third thread.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    int data = 0, seen = 0;
    std::atomic<int> stage = 0;
    std::thread first([&] {
        data = 3;
        stage.store(1, std::memory_order_release);
    });
    std::thread second([&] {
        int expected = 1;
        while (!stage.compare_exchange_strong(expected, 2, std::memory_order_acq_rel)) {
            expected = 1;
            std::this_thread::yield();
        }
    });
    std::thread third([&] {
        while (stage.load(std::memory_order_acquire) < 2) std::this_thread::yield();
        seen = data;
    });
    first.join();
    second.join();
    third.join();
    std::printf("%d\n", seen);
}
