// expect: deadlock
// A semaphore that starts with no permit and gets none.
#include <cstdio>
#include <semaphore>
#include <thread>

int main() {
    std::binary_semaphore permit(0);
    int value = 0;
    std::thread worker([&] {
        permit.acquire();
        value = 1;
        permit.release();
    });
    worker.join();
    std::printf("%d\n", value);
}
