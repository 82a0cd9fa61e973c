// expect: passed
// output: 0 1 4 9\n
// Threads write different elements of an array; join orders the reads.
#include <cstdio>
#include <thread>

int main() {
    int slots[4] = {};
    std::thread workers[4];
    for (int i = 0; i < 4; ++i) workers[i] = std::thread([&slots, i] { slots[i] = i * i; });
    for (auto& worker : workers) worker.join();
    std::printf("%d %d %d %d\n", slots[0], slots[1], slots[2], slots[3]);
}
