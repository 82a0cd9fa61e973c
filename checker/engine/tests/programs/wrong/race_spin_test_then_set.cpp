// expect: data-race
// A spin lock that tests and sets in two steps.
#include <atomic>
#include <cstdio>
#include <thread>

static std::atomic<bool> busy;
static int counter;

static void work() {
    while (busy) std::this_thread::yield();
    busy = true;
    ++counter;
    busy = false;
}

int main() {
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::printf("%d\n", counter);
}
