// expect: passed
// output: 1 2\n
// Assigning to a jthread stops and joins the one it held.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    int first = 0, second = 0;
    std::jthread worker([&](std::stop_token token) {
        while (!token.stop_requested()) std::this_thread::yield();
        first = 1;
    });
    worker = std::jthread([&] { second = 2; });
    worker.join();
    std::printf("%d %d\n", first, second);
}
