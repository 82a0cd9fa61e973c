// expect: passed
// outputs: 1 || 2
// Two locked writes; the last one stays.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    int value = 0;
    auto write = [&](int what) {
        std::lock_guard lock(guard);
        value = what;
    };
    std::thread a(write, 1), b(write, 2);
    a.join();
    b.join();
    std::printf("%d", value);
}
