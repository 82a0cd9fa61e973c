// expect: passed
// output: 6\n
// A ticket lock for three threads.
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

class TicketLock {
public:
    void lock() {
        unsigned mine = next_.fetch_add(1, std::memory_order_relaxed);
        while (serving_.load(std::memory_order_acquire) != mine) std::this_thread::yield();
    }
    void unlock() { serving_.store(serving_.load(std::memory_order_relaxed) + 1, std::memory_order_release); }

private:
    std::atomic<unsigned> next_ = 0, serving_ = 0;
};

int main() {
    TicketLock guard;
    int counter = 0;
    auto work = [&](int amount) {
        std::scoped_lock lock(guard);
        counter += amount;
    };
    std::thread a(work, 1), b(work, 2), c(work, 3);
    a.join();
    b.join();
    c.join();
    std::printf("%d\n", counter);
}
