// expect: passed
// output: 10\n
// std::lock on deferred unique_locks of two kinds of mutex.
#include <cstdio>
#include <mutex>
#include <shared_mutex>
#include <thread>

int main() {
    std::mutex plain;
    std::shared_mutex shared;
    int value = 0;
    std::thread one([&] {
        std::unique_lock a(plain, std::defer_lock);
        std::unique_lock b(shared, std::defer_lock);
        std::lock(a, b);
        value += 3;
    });
    std::thread two([&] {
        std::unique_lock a(plain, std::defer_lock);
        std::unique_lock b(shared, std::defer_lock);
        std::lock(b, a);
        value += 7;
    });
    one.join();
    two.join();
    std::printf("%d\n", value);
}
