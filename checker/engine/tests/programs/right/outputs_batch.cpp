// expect: passed
// outputs: 1 1\s || 2\s
// A consumer takes all that is there: one or two at first.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

int main() {
    std::mutex guard;
    std::condition_variable sent;
    std::vector<int> items;
    std::thread producer([&] {
        for (int i = 0; i < 2; ++i) {
            std::lock_guard lock(guard);
            items.push_back(i);
            sent.notify_one();
        }
    });
    for (std::size_t taken = 0; taken < 2;) {
        std::unique_lock lock(guard);
        sent.wait(lock, [&] { return !items.empty(); });
        std::printf("%zu ", items.size());
        taken += items.size();
        items.clear();
    }
    producer.join();
}
