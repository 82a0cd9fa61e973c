// expect: data-race
// A detached thread writes a local variable that main reads after a sleep.
#include <chrono>
#include <cstdio>
#include <thread>

int main() {
    int result = 0;
    std::thread([&] { result = 1; }).detach();
    std::this_thread::sleep_for(std::chrono::seconds(1));
    std::printf("%d\n", result);
}
