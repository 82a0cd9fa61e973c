// expect: lost-wakeup
// Producers notify only when the queue was empty before, for two consumers.
#include <condition_variable>
#include <mutex>
#include <queue>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable filled;
    std::queue<int> items;
    auto consume = [&] {
        std::unique_lock lock(guard);
        filled.wait(lock, [&] { return !items.empty(); });
        items.pop();
    };
    std::thread a(consume), b(consume);
    for (int i = 0; i < 2; ++i) {
        std::lock_guard lock(guard);
        bool was_empty = items.empty();
        items.push(i);
        if (was_empty) filled.notify_one();
    }
    a.join();
    b.join();
}
