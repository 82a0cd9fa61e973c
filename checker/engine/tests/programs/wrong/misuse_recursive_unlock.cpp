// expect: misuse
// A recursive mutex is unlocked more often than locked.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::recursive_mutex guard;
    std::thread worker([&] {
        guard.lock();
        guard.lock();
        guard.unlock();
        guard.unlock();
        guard.unlock();
    });
    worker.join();
    std::puts("done");
}
