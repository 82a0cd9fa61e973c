// expect: misuse
// A mutex is unlocked by another thread than the one that locked it.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex signal;
    signal.lock();
    std::thread worker([&] { signal.unlock(); });
    signal.lock();
    std::puts("signalled");
    signal.unlock();
    worker.join();
}
