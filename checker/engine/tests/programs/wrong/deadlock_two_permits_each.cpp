// expect: deadlock
// Two threads need two permits each and take them one by one.
#include <cstdio>
#include <semaphore>
#include <thread>

int main() {
    std::counting_semaphore<2> permits(2);
    auto work = [&] {
        permits.acquire();
        permits.acquire();
        permits.release(2);
    };
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::puts("done");
}
