// expect: passed
// output: 2 tried, 1 kept\n
// An exception that leaves a critical section unlocks it.
#include <cstdio>
#include <mutex>
#include <stdexcept>
#include <thread>

static std::mutex guard;
static int tried, kept;

static void add(int amount) {
    std::lock_guard lock(guard);
    ++tried;
    if (amount < 0) throw std::invalid_argument("negative");
    kept += amount;
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
    std::printf("%d tried, %d kept\n", tried, kept);
}
