// expect: passed
// output: 30\n
// The maximum of three threads' values with compare_exchange_strong.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> maximum = 0;
    auto offer = [&](int value) {
        int seen = maximum.load();
        while (seen < value && !maximum.compare_exchange_strong(seen, value)) {
        }
    };
    std::thread a(offer, 20), b(offer, 30), c(offer, 10);
    a.join();
    b.join();
    c.join();
    std::printf("%d\n", maximum.load());
}
