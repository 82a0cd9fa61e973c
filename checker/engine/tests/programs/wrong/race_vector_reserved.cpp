// expect: data-race
// Two threads append to one vector that has enough room.
#include <cstdio>
#include <thread>
#include <vector>

int main() {
    std::vector<int> items;
    items.reserve(10);
    std::thread a([&] { items.push_back(1); });
    std::thread b([&] { items.push_back(2); });
    a.join();
    b.join();
    std::printf("%zu\n", items.size());
}
