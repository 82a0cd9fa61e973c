// expect: passed
// outputs: 3012 || 2031 || 3201 || 1302 || 2310 || 1230
// Three threads exchange one value; the received values tell the order.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> cell = 0;
    int received[4] = {};
    auto swap = [&](int me) { received[me] = cell.exchange(me); };
    std::thread a(swap, 1), b(swap, 2), c(swap, 3);
    a.join();
    b.join();
    c.join();
    received[0] = cell;
    std::printf("%d%d%d%d", received[0], received[1], received[2], received[3]);
}
