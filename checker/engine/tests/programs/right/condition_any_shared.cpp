// expect: passed
// output: 8 8\n
// condition_variable_any with shared locks of readers.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <shared_mutex>
#include <thread>

int main() {
    std::shared_mutex guard;
    std::condition_variable_any published;
    int value = 0, seen[2] = {};
    auto read = [&](int who) {
        std::shared_lock lock(guard);
        published.wait(lock, [&] { return value != 0; });
        seen[who] = value;
    };
    std::thread a(read, 0), b(read, 1);
    {
        std::unique_lock lock(guard);
        value = 8;
    }
    published.notify_all();
    a.join();
    b.join();
    std::printf("%d %d\n", seen[0], seen[1]);
}
