// expect: data-race
// The address of a thread_local variable leaks to another thread.
#include <atomic>
#include <cstdio>
#include <thread>

static thread_local int own;

int main() {
    std::atomic<int*> leaked = &own;
    std::thread other([&] { ++*leaked.load(); });
    ++own;
    other.join();
    std::printf("%d\n", own > 0);
}
