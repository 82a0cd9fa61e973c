// expect: passed
// output: nested, then free\n
// try_lock of a recursive mutex by its owner; others get in after the last unlock.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::recursive_mutex guard;
    bool nested = false, free = false;
    std::thread owner([&] {
        guard.lock();
        while (!guard.try_lock()) {
        }
        nested = true;
        guard.unlock();
        guard.unlock();
    });
    owner.join();
    std::thread other([&] {
        guard.lock();
        free = true;
        guard.unlock();
    });
    other.join();
    if (nested && free) std::puts("nested, then free");
}
