// expect: data-race
// A deferred unique_lock that is never locked.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    int value = 0;
    auto add = [&] {
        std::unique_lock lock(guard, std::defer_lock);
        ++value;
    };
    std::thread a(add), b(add);
    a.join();
    b.join();
    std::printf("%d\n", value);
}
