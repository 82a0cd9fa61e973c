// expect: passed
// output: 100\n
// An atomic pointer hands out the elements of an array.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    int cells[4] = {10, 20, 30, 40};
    std::atomic<int*> next = cells;
    int sums[2] = {};
    auto take = [&](int who) {
        for (int i = 0; i < 2; ++i) sums[who] += *next++;
    };
    std::thread a(take, 0), b(take, 1);
    a.join();
    b.join();
    std::printf("%d\n", sums[0] + sums[1]);
}
