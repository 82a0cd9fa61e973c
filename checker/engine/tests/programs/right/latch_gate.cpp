// expect: passed
// output: 6\n
// A latch of one as a gate and a latch of two as a finish line.
#include <cstdio>
#include <latch>
#include <thread>

int main() {
    std::latch gate(1), finish(2);
    int input = 0, results[2] = {};
    auto work = [&](int who) {
        gate.wait();
        results[who] = input * (who + 1);
        finish.count_down();
    };
    std::jthread a(work, 0), b(work, 1);
    input = 2;
    gate.count_down();
    finish.wait();
    std::printf("%d\n", results[0] + results[1]);
}
