// expect: passed
// output: 2\n
// Dekker's algorithm with sequentially consistent atomics.
#include <atomic>
#include <cstdio>
#include <thread>

static std::atomic<bool> wants[2];
static std::atomic<int> turn;
static int counter;

static void work(int me) {
    int other = 1 - me;
    wants[me] = true;
    while (wants[other]) {
        if (turn != me) {
            wants[me] = false;
            while (turn != me) {
            }
            wants[me] = true;
        }
    }
    ++counter;
    turn = other;
    wants[me] = false;
}

int main() {
    std::thread a(work, 0), b(work, 1);
    a.join();
    b.join();
    std::printf("%d\n", counter);
}
