// expect: misuse
// A binary semaphore is released twice.
#include <cstdio>
#include <semaphore>
#include <thread>

int main() {
    std::binary_semaphore event(0);
    std::thread a([&] { event.release(); }), b([&] { event.release(); });
    event.acquire();
    a.join();
    b.join();
    std::puts("done");
}
