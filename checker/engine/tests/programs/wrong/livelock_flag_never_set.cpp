// expect: livelock
// Spins with yield on a flag that nobody sets.
#include <atomic>
#include <thread>

int main() {
    std::atomic<bool> ready = false;
    std::thread waiter([&] {
        while (!ready) std::this_thread::yield();
    });
    waiter.join();
}
