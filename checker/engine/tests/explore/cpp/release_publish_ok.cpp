// expect: passed
// output: 5\n
// about: release and acquire
#include <atomic>
#include <iostream>
#include <thread>
std::atomic<bool> ready{false};
int value = 0;
int main() {
    std::thread producer([] {
        value = 5;
        ready.store(true, std::memory_order_release);
    });
    while (!ready.load(std::memory_order_acquire)) std::this_thread::yield();
    std::cout << value << '\n';
    producer.join();
}
