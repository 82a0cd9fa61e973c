// expect: passed
// output: 2 3 0\n
// Each thread has its own thread_local counter, which starts at zero.
#include <cstdio>
#include <thread>

static thread_local int counter;

static int count(int times) {
    for (int i = 0; i < times; ++i) ++counter;
    return counter;
}

int main() {
    int a = 0, b = 0;
    std::thread first([&] { a = count(2); });
    std::thread second([&] { b = count(3); });
    first.join();
    second.join();
    std::printf("%d %d %d\n", a, b, counter);
}
