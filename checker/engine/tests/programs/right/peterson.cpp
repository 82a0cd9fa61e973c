// expect: passed
// output: 4\n
// Peterson's algorithm with sequentially consistent atomics, two rounds each.
#include <atomic>
#include <cstdio>
#include <thread>

static std::atomic<bool> wants[2];
static std::atomic<int> yielding;
static int counter;

static void work(int me) {
    for (int i = 0; i < 2; ++i) {
        wants[me] = true;
        yielding = me;
        while (wants[1 - me] && yielding == me) {
        }
        ++counter;
        wants[me] = false;
    }
}

int main() {
    std::thread a(work, 0), b(work, 1);
    a.join();
    b.join();
    std::printf("%d\n", counter);
}
