// expect: livelock
// Polls with sleeps for a state that never comes.
#include <atomic>
#include <chrono>
#include <thread>

int main() {
    std::atomic<int> state = 0;
    std::thread worker([&] { state = 1; });
    while (state != 2) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    worker.join();
}
