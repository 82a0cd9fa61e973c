// expect: passed
// output: 4 4\n
// Two threads, three phases: each phase reads what the other wrote in the last one.
#include <barrier>
#include <cstdio>
#include <thread>

int main() {
    std::barrier<> step(2);
    int cells[2][3] = {{1, 0, 0}, {1, 0, 0}};
    auto work = [&](int who) {
        for (int phase = 1; phase < 3; ++phase) {
            cells[who][phase] = cells[0][phase - 1] + cells[1][phase - 1];
            step.arrive_and_wait();
        }
    };
    std::thread a(work, 0), b(work, 1);
    a.join();
    b.join();
    std::printf("%d %d\n", cells[0][2], cells[1][2]);
}
