// expect: passed
// output: late enough\n
// Sleeping until a time of the system clock takes at least that long.
#include <chrono>
#include <cstdio>
#include <thread>

int main() {
    auto until = std::chrono::system_clock::now() + std::chrono::milliseconds(20);
    bool late = false;
    std::thread worker([&] {
        std::this_thread::sleep_until(until);
        late = std::chrono::system_clock::now() >= until;
    });
    worker.join();
    if (late) std::puts("late enough");
}
