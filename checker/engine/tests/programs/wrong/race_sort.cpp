// expect: data-race
// A vector is sorted while another thread reads its first element.
#include <algorithm>
#include <cstdio>
#include <thread>
#include <vector>

int main() {
    std::vector<int> numbers{3, 1, 2};
    std::thread sorter([&] { std::sort(numbers.begin(), numbers.end()); });
    int first = numbers[0];
    sorter.join();
    std::printf("%d\n", first > 0);
}
