// expect: passed
// output: 36\n
// A recursive parallel sum that starts a thread for one half.
#include <cstdio>
#include <numeric>
#include <thread>
#include <vector>

static int sum(const std::vector<int>& numbers, std::size_t begin, std::size_t end) {
    if (end - begin <= 4) return std::accumulate(numbers.begin() + long(begin), numbers.begin() + long(end), 0);
    std::size_t middle = (begin + end) / 2;
    int left = 0;
    std::thread half([&] { left = sum(numbers, begin, middle); });
    int right = sum(numbers, middle, end);
    half.join();
    return left + right;
}

int main() {
    std::vector<int> numbers(8);
    std::iota(numbers.begin(), numbers.end(), 1);
    std::printf("%d\n", sum(numbers, 0, numbers.size()));
}
