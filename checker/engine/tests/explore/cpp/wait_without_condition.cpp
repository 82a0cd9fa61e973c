// expect: lost-wakeup|deadlock
// about: waits for a notification, whatever has happened before
#include <condition_variable>
#include <mutex>
#include <thread>
std::mutex mutex;
std::condition_variable done;
int main() {
    std::thread worker([] { done.notify_one(); });
    {
        std::unique_lock lock(mutex);
        done.wait(lock);
    }
    worker.join();
}
