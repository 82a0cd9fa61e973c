// expect: abort
// about: on one path the permit is given back twice
#include <atomic>
#include <cassert>
#include <semaphore>
#include <thread>
std::counting_semaphore<4> permits(1);
std::atomic<int> inside{0};
void work(bool careless) {
    permits.acquire();
    assert(++inside == 1);
    --inside;
    permits.release();
    if (careless) permits.release();
}
int main() {
    std::thread a(work, true), b(work, false), c(work, false);
    a.join();
    b.join();
    c.join();
}
