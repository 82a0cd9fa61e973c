// expect: passed
// output: 6 6 6\n
// Three threads arrive and wait; each then reads what all wrote.
#include <cstdio>
#include <latch>
#include <thread>

int main() {
    std::latch everybody(3);
    int wrote[3] = {}, sums[3] = {};
    auto work = [&](int who) {
        wrote[who] = who + 1;
        everybody.arrive_and_wait();
        sums[who] = wrote[0] + wrote[1] + wrote[2];
    };
    std::thread a(work, 0), b(work, 1), c(work, 2);
    a.join();
    b.join();
    c.join();
    std::printf("%d %d %d\n", sums[0], sums[1], sums[2]);
}
