// expect: passed
// output: 5 5\n
// shared_lock moved, unlocked and locked again; exclusive afterwards.
#include <cstdio>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <utility>

static std::shared_mutex guard;
static int value = 5;

static std::shared_lock<std::shared_mutex> locked() { return std::shared_lock(guard); }

int main() {
    int seen = 0;
    std::thread reader([&] {
        auto lock = locked();
        std::shared_lock<std::shared_mutex> other = std::move(lock);
        other.unlock();
        other.lock();
        seen = value;
    });
    std::thread writer([&] {
        std::scoped_lock lock(guard);
        value = value + 0;
    });
    reader.join();
    writer.join();
    std::printf("%d %d\n", seen, value);
}
