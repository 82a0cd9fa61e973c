// expect: deadlock|lost-wakeup
// The value is stored but nobody notifies.
#include <atomic>
#include <thread>

int main() {
    std::atomic<int> ready = 0;
    std::thread waiter([&] { ready.wait(0); });
    ready = 1;
    waiter.join();
}
