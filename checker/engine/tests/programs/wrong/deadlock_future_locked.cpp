// expect: deadlock
// A result is awaited under the lock that its task needs.
#include <cstdio>
#include <future>
#include <mutex>

int main() {
    std::mutex guard;
    auto future = std::async(std::launch::async, [&] {
        std::lock_guard lock(guard);
        return 1;
    });
    std::lock_guard lock(guard);
    std::printf("%d\n", future.get());
}
