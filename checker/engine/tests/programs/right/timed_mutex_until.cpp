// expect: passed
// output: 1 + skipped = 2\n
// try_lock_until that may time out: the work is either done or counted as skipped.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::timed_mutex guard;
    std::atomic<int> skipped = 0;
    int done = 0;
    auto work = [&] {
        std::unique_lock lock(guard, std::chrono::system_clock::now() + std::chrono::milliseconds(1));
        if (lock.owns_lock())
            ++done;
        else
            ++skipped;
    };
    std::thread a(work), b(work);
    a.join();
    b.join();
    if (done + skipped == 2) std::puts("1 + skipped = 2");
}
