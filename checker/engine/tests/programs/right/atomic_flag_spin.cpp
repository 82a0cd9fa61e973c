// expect: passed
// output: 4\n
// A spin lock of an atomic_flag, without yield.
#include <atomic>
#include <cstdio>
#include <thread>

static std::atomic_flag locked = ATOMIC_FLAG_INIT;
static int counter;

static void work() {
    for (int i = 0; i < 2; ++i) {
        while (locked.test_and_set(std::memory_order_acquire)) {
        }
        ++counter;
        locked.clear(std::memory_order_release);
    }
}

int main() {
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::printf("%d\n", counter);
}
