// expect: passed
// output: consistent\n
// Readers under a shared lock see both halves of what a writer wrote.
#include <atomic>
#include <cstdio>
#include <mutex>
#include <shared_mutex>
#include <thread>

int main() {
    std::shared_mutex guard;
    int first = 0, second = 0;
    std::atomic<bool> torn = false;
    auto read = [&] {
        std::shared_lock lock(guard);
        if (first != second) torn = true;
    };
    std::thread writer([&] {
        std::unique_lock lock(guard);
        ++first;
        ++second;
    });
    std::thread a(read), b(read);
    writer.join();
    a.join();
    b.join();
    if (!torn && first == 1) std::puts("consistent");
}
