// expect: passed
// output: 2\n
// try_lock with back-off: gives the first lock back when the second is busy.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex left, right;
static int shared;

static void work(std::mutex& first, std::mutex& second) {
    for (;;) {
        first.lock();
        if (second.try_lock()) break;
        first.unlock();
        std::this_thread::yield();
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
