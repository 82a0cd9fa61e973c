// expect: data-race
// Each thread has its own shared_ptr; they write the one object.
#include <cstdio>
#include <memory>
#include <thread>

int main() {
    auto number = std::make_shared<int>(0);
    auto work = [](std::shared_ptr<int> mine) { ++*mine; };
    std::thread a(work, number), b(work, number);
    a.join();
    b.join();
    std::printf("%d\n", *number);
}
