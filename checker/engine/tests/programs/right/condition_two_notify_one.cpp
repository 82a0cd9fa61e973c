// expect: passed
// output: 2 through\n
// Two waiters of one kind, one notify_one for each.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable available;
    int permits = 0, through = 0;
    auto pass = [&] {
        std::unique_lock lock(guard);
        available.wait(lock, [&] { return permits > 0; });
        --permits;
        ++through;
    };
    std::thread a(pass), b(pass);
    for (int i = 0; i < 2; ++i) {
        {
            std::lock_guard lock(guard);
            ++permits;
        }
        available.notify_one();
    }
    a.join();
    b.join();
    std::printf("%d through\n", through);
}
