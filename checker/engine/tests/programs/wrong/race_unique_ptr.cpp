// expect: data-race
// A unique_ptr is reset by one thread and tested by another.
#include <cstdio>
#include <memory>
#include <thread>

int main() {
    auto box = std::make_unique<int>(1);
    std::thread owner([&] { box.reset(); });
    if (box) std::puts("still there");
    owner.join();
}
