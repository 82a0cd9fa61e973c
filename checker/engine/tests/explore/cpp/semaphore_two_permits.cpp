// expect: data-race
// about: a semaphore with two permits is no lock
#include <semaphore>
#include <thread>
std::counting_semaphore<2> permits(2);
int count = 0;
void work() {
    permits.acquire();
    ++count;
    permits.release();
}
int main() {
    std::thread a(work), b(work);
    a.join();
    b.join();
}
