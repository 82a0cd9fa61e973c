// expect: passed
// output: both\n
// A relaxed read-modify-write continues the release sequence.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    int data = 0;
    std::atomic<int> count = 0;
    std::thread producer([&] {
        data = 5;
        count.store(2, std::memory_order_release);
    });
    auto consume = [&](bool& mine) {
        for (;;) {
            int seen = count.load(std::memory_order_relaxed);
            if (seen > 0 && count.fetch_sub(1, std::memory_order_acquire) > 0) break;
            std::this_thread::yield();
        }
        mine = data == 5;
    };
    bool a_good = false, b_good = false;
    std::thread a([&] { consume(a_good); }), b([&] { consume(b_good); });
    producer.join();
    a.join();
    b.join();
    if (a_good && b_good) std::puts("both");
}
