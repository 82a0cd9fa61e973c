// expect: livelock
// A compare-exchange loop that resets the expected value to a stale one.
#include <atomic>
#include <thread>

int main() {
    std::atomic<int> value = 0;
    auto add = [&] {
        const int before = value;
        for (int expected = before; !value.compare_exchange_strong(expected, before + 1); expected = before) {
        }
    };
    std::thread a(add), b(add);
    a.join();
    b.join();
}
