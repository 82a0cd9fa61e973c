// expect: passed
// output: hello from a vector of 3\n
// Release and acquire publish a string and a vector.
#include <atomic>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

int main() {
    std::string text;
    std::vector<int> numbers;
    std::atomic<bool> ready = false;
    std::thread writer([&] {
        text = "hello from a vector of";
        numbers = {1, 2, 3};
        ready.store(true, std::memory_order_release);
    });
    std::thread reader([&] {
        while (!ready.load(std::memory_order_acquire)) std::this_thread::yield();
        std::printf("%s %zu\n", text.c_str(), numbers.size());
    });
    writer.join();
    reader.join();
}
