// expect: data-race
// operator[] of an unordered_map from two threads.
#include <cstdio>
#include <thread>
#include <unordered_map>

int main() {
    std::unordered_map<int, int> counts;
    auto count = [&] { ++counts[7]; };
    std::thread a(count), b(count);
    a.join();
    b.join();
    std::printf("%d\n", counts[7]);
}
