// expect: deadlock
// Nobody stores what the waiter waits for.
#include <atomic>
#include <thread>

int main() {
    std::atomic_flag ready;
    std::thread waiter([&] { ready.wait(false); });
    waiter.join();
}
