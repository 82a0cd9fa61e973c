// expect: passed
// output: 3 3\n
// A rendezvous of two threads: each reads what the other wrote before.
#include <cstdio>
#include <semaphore>
#include <thread>

int main() {
    std::binary_semaphore first_here(0), second_here(0);
    int a = 0, b = 0, sum_a = 0, sum_b = 0;
    std::thread first([&] {
        a = 1;
        first_here.release();
        second_here.acquire();
        sum_a = a + b;
    });
    std::thread second([&] {
        b = 2;
        second_here.release();
        first_here.acquire();
        sum_b = a + b;
    });
    first.join();
    second.join();
    std::printf("%d %d\n", sum_a, sum_b);
}
