// expect: passed
// output: ready\n
// Polling an atomic flag with sleeps in between.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<bool> ready = false;
    std::thread worker([&] {
        std::this_thread::sleep_for(std::chrono::seconds(2));
        ready = true;
    });
    while (!ready) std::this_thread::sleep_for(std::chrono::milliseconds(100));
    std::puts("ready");
    worker.join();
}
