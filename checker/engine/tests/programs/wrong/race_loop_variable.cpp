// expect: data-race
// The loop variable is captured by reference.
#include <cstdio>
#include <thread>
#include <vector>

int main() {
    std::vector<std::thread> threads;
    int slots[8] = {};
    for (int i = 0; i < 2; ++i) threads.emplace_back([&] { slots[i] = 1; });
    for (auto& thread : threads) thread.join();
    std::printf("%d\n", slots[0] + slots[1]);
}
