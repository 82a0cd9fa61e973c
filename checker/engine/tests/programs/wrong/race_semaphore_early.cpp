// expect: data-race
// The semaphore is released before the value is written.
#include <cstdio>
#include <semaphore>
#include <thread>

int main() {
    std::binary_semaphore ready(0);
    int value = 0;
    std::thread writer([&] {
        ready.release();
        value = 3;
    });
    ready.acquire();
    std::printf("%d\n", value >= 0);
    writer.join();
}
