// expect: passed
// output: 11\n
// Polling a latch with try_wait.
#include <cstdio>
#include <latch>
#include <thread>

int main() {
    std::latch done(2);
    int a = 0, b = 0;
    std::thread first([&] {
        a = 1;
        done.count_down();
    });
    std::thread second([&] {
        b = 10;
        done.count_down();
    });
    while (!done.try_wait()) std::this_thread::yield();
    std::printf("%d\n", a + b);
    first.join();
    second.join();
}
