// expect: passed
// output: never more than 2\n
// At most two of three threads are inside.
#include <atomic>
#include <cstdio>
#include <semaphore>
#include <thread>

int main() {
    std::counting_semaphore<2> permits(2);
    std::atomic<int> inside = 0;
    std::atomic<bool> crowded = false;
    auto work = [&] {
        permits.acquire();
        if (++inside > 2) crowded = true;
        --inside;
        permits.release();
    };
    std::thread a(work), b(work), c(work);
    a.join();
    b.join();
    c.join();
    if (!crowded) std::puts("never more than 2");
}
