// expect: passed
// outputs: aabb\n || bbaa\n
// Two blocks, each printed under the lock.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex stream;
    auto print = [&](char letter) {
        std::lock_guard lock(stream);
        std::putchar(letter);
        std::putchar(letter);
    };
    std::thread a(print, 'a'), b(print, 'b');
    a.join();
    b.join();
    std::putchar('\n');
}
