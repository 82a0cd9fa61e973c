// expect: data-race
// Two threads write under a shared lock.
#include <cstdio>
#include <shared_mutex>
#include <thread>

int main() {
    std::shared_mutex guard;
    int hits = 0;
    auto read = [&] {
        std::shared_lock lock(guard);
        ++hits;
    };
    std::thread a(read), b(read);
    a.join();
    b.join();
    std::printf("%d\n", hits);
}
