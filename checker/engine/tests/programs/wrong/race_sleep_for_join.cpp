// expect: data-race
// A sleep instead of synchronisation.
#include <chrono>
#include <cstdio>
#include <thread>

int main() {
    int result = 0;
    std::thread worker([&] { result = 42; });
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    std::printf("%d\n", result);
    worker.join();
}
