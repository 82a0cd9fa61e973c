// expect: data-race
// Peterson's algorithm with its two first steps exchanged.
#include <atomic>
#include <cstdio>
#include <thread>

static std::atomic<bool> wants[2];
static std::atomic<int> yielding;
static int counter;

static void work(int me) {
    yielding = me;
    wants[me] = true;
    while (wants[1 - me] && yielding == me) std::this_thread::yield();
    ++counter;
    wants[me] = false;
}

int main() {
    std::thread a(work, 0), b(work, 1);
    a.join();
    b.join();
    std::printf("%d\n", counter);
}
