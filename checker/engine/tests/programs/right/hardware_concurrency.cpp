// expect: passed
// output: 10\n
// As many threads as the machine has (at most three) share the work.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

int main() {
    unsigned count = std::clamp(std::thread::hardware_concurrency(), 1u, 3u);
    std::atomic<int> next = 1, sum = 0;
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < count; ++i)
        workers.emplace_back([&] {
            for (int mine = next++; mine <= 4; mine = next++) sum += mine;
        });
    workers.clear();
    std::printf("%d\n", sum.load());
}
