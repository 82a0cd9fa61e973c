// expect: data-race
// about: a relaxed store publishes nothing but itself
#include <atomic>
#include <thread>
std::atomic<bool> ready{false};
int value = 0;
int main() {
    std::thread producer([] {
        value = 5;
        ready.store(true, std::memory_order_relaxed);
    });
    while (!ready.load(std::memory_order_relaxed)) std::this_thread::yield();
    const int got = value;
    producer.join();
    return got - 5;
}
