// expect: data-race
// One datum under two different locks.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex first, second;
    int value = 0;
    std::thread a([&] {
        std::lock_guard lock(first);
        ++value;
    });
    std::thread b([&] {
        std::lock_guard lock(second);
        ++value;
    });
    a.join();
    b.join();
    std::printf("%d\n", value);
}
