// expect: deadlock
// The consumer waits for an item while it holds the lock that the producer needs.
#include <cstdio>
#include <mutex>
#include <semaphore>
#include <thread>

int main() {
    std::mutex guard;
    std::counting_semaphore<4> items(0);
    int value = 0;
    std::thread producer([&] {
        std::lock_guard lock(guard);
        value = 1;
        items.release();
    });
    std::thread consumer([&] {
        std::lock_guard lock(guard);
        items.acquire();
        value = 2;
    });
    producer.join();
    consumer.join();
    std::printf("%d\n", value);
}
