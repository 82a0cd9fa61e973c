// expect: passed
// output: 4\n
// A binary semaphore guards a counter; release(n) hands out several permits.
#include <cstdio>
#include <semaphore>
#include <thread>

int main() {
    std::binary_semaphore lock(1);
    std::counting_semaphore<8> started(0);
    int counter = 0;
    auto work = [&] {
        started.acquire();
        for (int i = 0; i < 2; ++i) {
            lock.acquire();
            ++counter;
            lock.release();
        }
    };
    std::thread a(work), b(work);
    started.release(2);
    a.join();
    b.join();
    std::printf("%d\n", counter);
}
