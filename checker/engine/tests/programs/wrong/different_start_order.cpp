// expect: nondeterministic
// outputs: 012 || 021 || 102 || 120 || 201 || 210
// The order of creation is taken for the order of running.
#include <cstdio>
#include <thread>
#include <vector>

int main() {
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i) threads.emplace_back([i] { std::printf("%d", i); });
    for (auto& thread : threads) thread.join();
}
