// expect: passed
// output: 3\n
// A test-and-test-and-set lock for lock_guard; three threads; yields.
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

class SpinLock {
public:
    void lock() {
        while (locked_.test_and_set(std::memory_order_acquire))
            while (locked_.test(std::memory_order_relaxed)) std::this_thread::yield();
    }
    void unlock() { locked_.clear(std::memory_order_release); }

private:
    std::atomic_flag locked_;
};

int main() {
    SpinLock spin;
    int counter = 0;
    auto work = [&] {
        std::lock_guard lock(spin);
        ++counter;
    };
    std::thread a(work), b(work), c(work);
    a.join();
    b.join();
    c.join();
    std::printf("%d\n", counter);
}
