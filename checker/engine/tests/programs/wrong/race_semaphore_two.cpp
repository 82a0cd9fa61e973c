// expect: data-race
// A semaphore with two permits guards a counter.
#include <cstdio>
#include <semaphore>
#include <thread>

int main() {
    std::counting_semaphore<2> permits(2);
    int counter = 0;
    auto work = [&] {
        permits.acquire();
        ++counter;
        permits.release();
    };
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::printf("%d\n", counter);
}
