// expect: passed
// output: 1 2 3 4 5 6 7 8 \n
// Two threads sort the halves of a vector; main merges them.
#include <algorithm>
#include <cstdio>
#include <thread>
#include <vector>

int main() {
    std::vector<int> numbers{8, 3, 6, 1, 7, 2, 5, 4};
    auto middle = numbers.begin() + 4;
    std::thread left([&] { std::sort(numbers.begin(), middle); });
    std::thread right([&] { std::sort(middle, numbers.end()); });
    left.join();
    right.join();
    std::inplace_merge(numbers.begin(), middle, numbers.end());
    for (int number : numbers) std::printf("%d ", number);
    std::printf("\n");
}
