// expect: passed
// output: 30\n
// async with its own thread for each half.
#include <cstdio>
#include <future>
#include <numeric>
#include <vector>

int main() {
    std::vector<int> numbers{2, 4, 6, 8, 10};
    auto sum = [&numbers](long from, long to) {
        return std::accumulate(numbers.begin() + from, numbers.begin() + to, 0);
    };
    auto left = std::async(std::launch::async, sum, 0, 2);
    auto right = std::async(std::launch::async, sum, 2, 5);
    std::printf("%d\n", left.get() + right.get());
}
