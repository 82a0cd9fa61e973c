// expect: passed
// output: 2\n
// Back-off without a yield: whoever does not get its second lock gives the first one back and begins anew at once;
// sooner or later the other one is faster.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex left, right;
static int shared;

static void work(std::mutex& first, std::mutex& second) {
    first.lock();
    while (!second.try_lock()) {
        first.unlock();
        first.lock();
    }
    ++shared;
    second.unlock();
    first.unlock();
}

int main() {
    std::thread a([] { work(left, right); });
    std::thread b([] { work(right, left); });
    a.join();
    b.join();
    std::printf("%d\n", shared);
}
