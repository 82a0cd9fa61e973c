// expect: lost-wakeup|deadlock
// about: the pool's stop flag is set without the lock, and the worker has just looked
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
std::mutex mutex;
std::condition_variable wake;
std::atomic<bool> stop{false};
int main() {
    std::thread worker([] {
        std::unique_lock lock(mutex);
        while (!stop) wake.wait(lock);
    });
    stop = true;
    wake.notify_all();
    worker.join();
}
