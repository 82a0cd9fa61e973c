// expect: passed
// outputs: 0 0 || 0 1 || 1 0 || 1 1
// What two readers see of a writer, each before or after it.
#include <cstdio>
#include <mutex>
#include <shared_mutex>
#include <thread>

int main() {
    std::shared_mutex guard;
    int value = 0, seen[2] = {};
    auto read = [&](int me) {
        std::shared_lock lock(guard);
        seen[me] = value;
    };
    std::thread a(read, 0), b(read, 1);
    {
        std::unique_lock lock(guard);
        value = 1;
    }
    a.join();
    b.join();
    std::printf("%d %d", seen[0], seen[1]);
}
