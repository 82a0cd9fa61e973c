// expect: passed
// output: 2\n
// try_lock_for in a loop until it succeeds.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::timed_mutex guard;
    int value = 0;
    auto work = [&] {
        while (!guard.try_lock_for(std::chrono::milliseconds(10))) {
        }
        ++value;
        guard.unlock();
    };
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::printf("%d\n", value);
}
