// expect: passed
// output: 0 1 8\n
// Results in the order of submission, whatever the order of completion.
#include <cstdio>
#include <future>
#include <vector>

int main() {
    std::vector<std::future<int>> results;
    for (int i = 0; i < 3; ++i) results.push_back(std::async(std::launch::async, [i] { return i * i * i; }));
    std::printf("%d", results[0].get());
    for (std::size_t i = 1; i < results.size(); ++i) std::printf(" %d", results[i].get());
    std::printf("\n");
}
