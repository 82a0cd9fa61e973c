// expect: passed
// outputs: 01 || 02 || 03 || 12 || 13 || 23
// Which two of four tickets the first thread draws.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> next = 0;
    int mine[2] = {};
    std::thread first([&] {
        mine[0] = next++;
        mine[1] = next++;
    });
    std::thread second([&] {
        next++;
        next++;
    });
    first.join();
    second.join();
    std::printf("%d%d", mine[0], mine[1]);
}
