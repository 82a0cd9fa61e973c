// expect: data-race
// One barrier for a phase that needs two: the next round's writes meet this round's reads.
#include <barrier>
#include <cstdio>
#include <thread>

int main() {
    std::barrier<> step(2);
    int cells[2] = {}, sums[2] = {};
    auto work = [&](int me) {
        for (int round = 0; round < 2; ++round) {
            cells[me] = round;
            step.arrive_and_wait();
            sums[me] += cells[1 - me];
        }
    };
    std::thread a(work, 0), b(work, 1);
    a.join();
    b.join();
    std::printf("%d\n", sums[0] + sums[1] >= 0);
}
