// expect: passed
// output: 3 false true\n
// Threads are moved, swapped and kept in containers.
#include <iostream>
#include <thread>
#include <utility>
#include <vector>

int main() {
    int a = 0, b = 0;
    std::thread first([&a] { a = 1; });
    std::thread second;
    second = std::move(first);
    bool moved_from = first.joinable();
    first = std::thread([&b] { b = 2; });
    first.swap(second);
    std::swap(first, second);
    std::vector<std::thread> all;
    all.push_back(std::move(second));
    all.emplace_back(std::move(first));
    bool in_vector = all[0].joinable() && all[1].joinable();
    for (auto& thread : all) thread.join();
    std::cout << std::boolalpha << a + b << ' ' << moved_from << ' ' << in_vector << '\n';
}
