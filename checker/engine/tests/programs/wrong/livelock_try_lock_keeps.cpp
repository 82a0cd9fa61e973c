// expect: livelock
// try_lock in a loop that never gives the first lock back.
#include <mutex>
#include <thread>

static std::mutex left, right;

static void work(std::mutex& first, std::mutex& second) {
    std::lock_guard lock(first);
    while (!second.try_lock()) std::this_thread::yield();
    second.unlock();
}

int main() {
    std::thread a([] { work(left, right); }), b([] { work(right, left); });
    a.join();
    b.join();
}
