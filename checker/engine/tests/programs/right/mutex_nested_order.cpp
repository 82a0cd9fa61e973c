// expect: passed
// output: 200\n
// Two locks are always taken in the same order.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex first, second;
    int a = 100, b = 100;
    auto move = [&](int amount) {
        std::lock_guard outer(first);
        std::lock_guard inner(second);
        a -= amount;
        b += amount;
    };
    std::thread there(move, 30), back(move, -10);
    there.join();
    back.join();
    std::printf("%d\n", a + b);
}
