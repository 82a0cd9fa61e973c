// expect: lost-wakeup|deadlock
// about: one notification for two waiters
#include <condition_variable>
#include <mutex>
#include <thread>
std::mutex mutex;
std::condition_variable open;
bool is_open = false;
void enter() {
    std::unique_lock lock(mutex);
    open.wait(lock, [] { return is_open; });
}
int main() {
    std::thread a(enter), b(enter);
    {
        std::lock_guard lock(mutex);
        is_open = true;
    }
    open.notify_one();
    a.join();
    b.join();
}
