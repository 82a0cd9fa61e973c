// expect: data-race
// A volatile counter.
#include <cstdio>
#include <thread>

static volatile int counter;

static void work() {
    for (int i = 0; i < 3; ++i) counter = counter + 1;
}

int main() {
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::printf("%d\n", counter);
}
