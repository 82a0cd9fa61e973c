// expect: deadlock
// main joins a thread while it holds the lock that the thread needs.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    int value = 0;
    std::thread worker([&] {
        std::lock_guard lock(guard);
        value = 1;
    });
    {
        std::lock_guard lock(guard);
        worker.join();
    }
    std::printf("%d\n", value);
}
