// expect: passed
// output: 6\n
// scoped_lock of no, one, two and three mutexes.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex a, b;
    std::recursive_mutex c;
    int sum = 0;
    std::thread first([&] {
        [[maybe_unused]] std::scoped_lock nothing;
        std::scoped_lock one(a);
        sum += 1;
    });
    std::thread second([&] {
        std::scoped_lock two(b, a);
        sum += 2;
    });
    std::thread third([&] {
        std::scoped_lock three(c, b, a);
        sum += 3;
    });
    first.join();
    second.join();
    third.join();
    std::printf("%d\n", sum);
}
