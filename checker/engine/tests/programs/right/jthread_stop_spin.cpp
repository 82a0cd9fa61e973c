// expect: passed
// output: stopped after start\n
// A jthread polls its stop token without yielding; the destructor asks it to stop.
#include <atomic>
#include <cstdio>
#include <stop_token>
#include <thread>

int main() {
    std::atomic<bool> started = false;
    {
        std::jthread worker([&](std::stop_token token) {
            started = true;
            while (!token.stop_requested()) {
            }
        });
        while (!started) {
        }
    }
    std::puts("stopped after start");
}
