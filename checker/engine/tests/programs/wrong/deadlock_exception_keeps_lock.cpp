// expect: deadlock|misuse
// An exception skips the unlock.
#include <cstdio>
#include <mutex>
#include <stdexcept>
#include <thread>

static std::mutex guard;
static int sum;

static void add(int amount) {
    guard.lock();
    if (amount < 0) throw std::invalid_argument("negative");
    sum += amount;
    guard.unlock();
}

int main() {
    std::thread a([] {
        try {
            add(-1);
        } catch (const std::invalid_argument&) {
        }
    });
    std::thread b([] { add(1); });
    a.join();
    b.join();
    std::printf("%d\n", sum);
}
