// expect: passed
// outputs: 01 || 10 || 11
// Store and then load of the other's variable, sequentially consistent.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> x = 0, y = 0;
    int a = 0, b = 0;
    std::thread one([&] {
        x = 1;
        a = y;
    });
    std::thread two([&] {
        y = 1;
        b = x;
    });
    one.join();
    two.join();
    std::printf("%d%d", a, b);
}
