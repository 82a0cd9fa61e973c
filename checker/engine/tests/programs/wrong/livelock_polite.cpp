// expect: livelock
// Two polite threads: each waits until the other no longer wants, and both want for ever.
#include <atomic>
#include <thread>

int main() {
    std::atomic<bool> wants[2] = {false, false};
    auto work = [&](int me) {
        wants[me] = true;
        while (wants[1 - me]) std::this_thread::yield();
        wants[me] = false;
    };
    std::thread a(work, 0), b(work, 1);
    a.join();
    b.join();
}
