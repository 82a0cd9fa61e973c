// expect: passed
// output: seen 1\n
// condition_variable_any on a recursive mutex and on a lock type of the program's own.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

struct CountingLock {
    std::recursive_mutex& mutex;
    int locks = 0;
    void lock() {
        mutex.lock();
        ++locks;
    }
    void unlock() { mutex.unlock(); }
};

int main() {
    std::recursive_mutex guard;
    std::condition_variable_any changed;
    int value = 0;
    std::thread setter([&] {
        std::lock_guard lock(guard);
        value = 1;
        changed.notify_all();
    });
    CountingLock mine{guard};
    mine.lock();
    while (value == 0) changed.wait(mine);
    int seen = value;
    mine.unlock();
    setter.join();
    if (mine.locks >= 1) std::printf("seen %d\n", seen);
}
