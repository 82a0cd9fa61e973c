// expect: passed
// output: 2\n
// std::try_lock in a loop without a yield, with the locks named in opposite order.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex left, right;
static int shared;

static void work(std::mutex& first, std::mutex& second) {
    while (std::try_lock(first, second) != -1) {
    }
    std::scoped_lock both(std::adopt_lock, first, second);
    ++shared;
}

int main() {
    std::thread a([] { work(left, right); });
    std::thread b([] { work(right, left); });
    a.join();
    b.join();
    std::printf("%d\n", shared);
}
