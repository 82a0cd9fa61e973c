// expect: misuse
// A condition is waited for with a mutex that is not locked.
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable changed;
    std::thread notifier([&] { changed.notify_one(); });
    std::unique_lock lock(guard);
    guard.unlock();
    changed.wait_for(lock, std::chrono::milliseconds(1));
    notifier.join();
    lock.release();
}
