// expect: lost-wakeup
// notify_one on an atomic for two waiters.
#include <atomic>
#include <thread>

int main() {
    std::atomic<bool> open = false;
    std::thread a([&] { open.wait(false); }), b([&] { open.wait(false); });
    open = true;
    open.notify_one();
    a.join();
    b.join();
}
