// expect: passed
// output: 4\n
// lock and unlock called by hand, in main too.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    int value = 1;
    std::thread worker([&] {
        guard.lock();
        value += 1;
        guard.unlock();
    });
    guard.lock();
    value += 2;
    guard.unlock();
    worker.join();
    std::printf("%d\n", value);
}
