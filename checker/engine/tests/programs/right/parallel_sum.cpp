// expect: passed
// output: 55\n
// Partial sums over chunks; the last chunk takes the remainder.
#include <cstdio>
#include <numeric>
#include <thread>
#include <vector>

int main() {
    std::vector<int> numbers(10);
    std::iota(numbers.begin(), numbers.end(), 1);
    constexpr std::size_t threads = 3;
    std::vector<int> partial(threads);
    {
        std::vector<std::jthread> workers;
        for (std::size_t i = 0; i < threads; ++i)
            workers.emplace_back([&, i] {
                auto begin = numbers.begin() + long(numbers.size() / threads * i);
                auto end = i + 1 == threads ? numbers.end() : begin + long(numbers.size() / threads);
                partial[i] = std::accumulate(begin, end, 0);
            });
    }
    std::printf("%d\n", std::accumulate(partial.begin(), partial.end(), 0));
}
