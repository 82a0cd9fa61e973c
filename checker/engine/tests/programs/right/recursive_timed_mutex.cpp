// expect: passed
// output: 4\n
// A recursive timed mutex, nested through lock and through try_lock_for.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::recursive_timed_mutex guard;
    int value = 0;
    auto work = [&] {
        std::lock_guard outer(guard);
        ++value;
        if (guard.try_lock_for(std::chrono::milliseconds(1))) {
            ++value;
            guard.unlock();
        } else {
            ++value;
        }
    };
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::printf("%d\n", value);
}
