// expect: passed
// output: 3\n
// Waits in a while loop; notifies with the lock held.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable changed;
    int arrived = 0;
    auto arrive = [&] {
        std::unique_lock lock(guard);
        ++arrived;
        changed.notify_all();
        while (arrived < 3) changed.wait(lock);
    };
    std::thread a(arrive), b(arrive);
    arrive();
    a.join();
    b.join();
    std::printf("%d\n", arrived);
}
