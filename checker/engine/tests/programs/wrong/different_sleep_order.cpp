// expect: nondeterministic
// outputs: first second\s || second first\s
// Two sleeps of different lengths are taken for an order.
#include <chrono>
#include <cstdio>
#include <thread>

int main() {
    std::thread a([] { std::printf("first "); });
    std::thread b([] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        std::printf("second ");
    });
    a.join();
    b.join();
}
