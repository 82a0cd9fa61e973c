// expect: data-race
// The lock is a local variable of the function.
#include <cstdio>
#include <mutex>
#include <thread>

static int value;

static void add() {
    std::mutex guard;
    std::lock_guard lock(guard);
    ++value;
}

int main() {
    std::thread a(add), b(add);
    a.join();
    b.join();
    std::printf("%d\n", value);
}
