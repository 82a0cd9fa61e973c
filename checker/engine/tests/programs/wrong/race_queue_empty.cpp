// expect: data-race
// empty() is tested outside the lock, the rest inside.
#include <cstdio>
#include <mutex>
#include <queue>
#include <thread>

int main() {
    std::mutex guard;
    std::queue<int> items;
    std::thread producer([&] {
        std::lock_guard lock(guard);
        items.push(1);
    });
    std::thread consumer([&] {
        while (items.empty()) std::this_thread::yield();
        std::lock_guard lock(guard);
        items.pop();
    });
    producer.join();
    consumer.join();
    std::puts("done");
}
