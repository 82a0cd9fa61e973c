// expect: lost-wakeup
// condition_variable_any: the flag is set without the lock.
#include <atomic>
#include <condition_variable>
#include <shared_mutex>
#include <thread>

int main() {
    std::shared_mutex guard;
    std::condition_variable_any changed;
    std::atomic<bool> ready = false;
    std::thread reader([&] {
        std::shared_lock lock(guard);
        changed.wait(lock, [&] { return ready.load(); });
    });
    ready = true;
    changed.notify_all();
    reader.join();
}
