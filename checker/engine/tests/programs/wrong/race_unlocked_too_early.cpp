// expect: data-race
// The lock is given back before the last write.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    int value = 0, log = 0;
    auto add = [&] {
        guard.lock();
        ++value;
        guard.unlock();
        log = value;
    };
    std::thread a(add), b(add);
    a.join();
    b.join();
    std::printf("%d\n", value + log);
}
