// expect: passed
// output: 2\n
// std::try_lock in a loop, which lets go of everything when it fails.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex a, b;
static int value;

static void work(std::mutex& first, std::mutex& second) {
    while (std::try_lock(first, second) != -1) std::this_thread::yield();
    ++value;
    first.unlock();
    second.unlock();
}

int main() {
    std::thread one([] { work(a, b); });
    std::thread two([] { work(b, a); });
    one.join();
    two.join();
    std::printf("%d\n", value);
}
