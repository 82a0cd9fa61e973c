// expect: data-race
// then: signal
// Two threads append to one vector.
#include <cstdio>
#include <thread>
#include <vector>

int main() {
    std::vector<int> items;
    auto add = [&](int item) { items.push_back(item); };
    std::thread a(add, 1), b(add, 2);
    a.join();
    b.join();
    std::printf("%zu\n", items.size());
}
