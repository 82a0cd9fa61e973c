// expect: livelock
// Spins without yield on a flag that nobody sets.
#include <atomic>
#include <thread>

int main() {
    std::atomic<int> stage = 0;
    std::thread a([&] {
        while (stage != 2) {
        }
    });
    std::thread b([&] { stage = 1; });
    a.join();
    b.join();
}
