// expect: data-race
// Released, but not acquired.
#include <atomic>
#include <cstdio>
#include <string>
#include <thread>

int main() {
    std::string text;
    std::atomic<int> ready = 0;
    std::thread writer([&] {
        text = "hello";
        ready.store(1, std::memory_order_release);
    });
    while (ready.load(std::memory_order_relaxed) == 0) {
    }
    std::printf("%zu\n", text.size());
    writer.join();
}
