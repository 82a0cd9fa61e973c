// expect: passed
// output: 2\n
// std::lock of three mutexes in rotated orders, adopted afterwards.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex a, b, c;
static int value;

static void work(std::mutex& x, std::mutex& y, std::mutex& z) {
    std::lock(x, y, z);
    std::lock_guard first(x, std::adopt_lock), second(y, std::adopt_lock), third(z, std::adopt_lock);
    ++value;
}

int main() {
    std::thread one([] { work(a, b, c); });
    std::thread two([] { work(c, a, b); });
    one.join();
    two.join();
    std::printf("%d\n", value);
}
