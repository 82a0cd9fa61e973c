// expect: passed
// output: 5\n
// try_acquire and try_acquire_for in a loop until one succeeds.
#include <chrono>
#include <cstdio>
#include <semaphore>
#include <thread>

int main() {
    std::binary_semaphore sent(0);
    int value = 0;
    std::thread sender([&] {
        value = 5;
        sent.release();
    });
    while (!sent.try_acquire() && !sent.try_acquire_for(std::chrono::milliseconds(5))) {
    }
    std::printf("%d\n", value);
    sender.join();
}
