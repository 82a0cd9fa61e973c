// expect: livelock
// try_lock_for in a loop that never gives the first lock back.
#include <chrono>
#include <mutex>
#include <thread>

static std::timed_mutex left, right;

static void work(std::timed_mutex& first, std::timed_mutex& second) {
    std::lock_guard lock(first);
    while (!second.try_lock_for(std::chrono::milliseconds(10))) {
    }
    second.unlock();
}

int main() {
    std::thread a([] { work(left, right); }), b([] { work(right, left); });
    a.join();
    b.join();
}
