// expect: data-race
// A spin lock whose operations are relaxed.
#include <atomic>
#include <cstdio>
#include <thread>

static std::atomic_flag busy;
static int counter;

static void work() {
    while (busy.test_and_set(std::memory_order_relaxed)) std::this_thread::yield();
    ++counter;
    busy.clear(std::memory_order_relaxed);
}

int main() {
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::printf("%d\n", counter);
}
