// expect: passed
// output: 8\n
// Two threads spin on each other's flags, with no yield at all.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> flag = 0;
    int value = 1;
    std::thread doubler([&] {
        for (int round = 0; round < 3; ++round) {
            while (flag != 2 * round) {
            }
            value *= 2;
            flag = 2 * round + 1;
        }
    });
    for (int round = 0; round < 3; ++round) {
        while (flag != 2 * round + 1) {
        }
        flag = 2 * round + 2;
    }
    doubler.join();
    std::printf("%d\n", value);
}
