// expect: passed
// output: 4\n
// A three-state mutex on atomic wait and notify (Drepper's).
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

class Mutex {
public:
    void lock() {
        int state = 0;
        if (state_.compare_exchange_strong(state, 1, std::memory_order_acquire)) return;
        if (state != 2) state = state_.exchange(2, std::memory_order_acquire);
        while (state != 0) {
            state_.wait(2);
            state = state_.exchange(2, std::memory_order_acquire);
        }
    }
    void unlock() {
        if (state_.exchange(0, std::memory_order_release) == 2) state_.notify_one();
    }

private:
    std::atomic<int> state_ = 0;
};

int main() {
    Mutex guard;
    int counter = 0;
    auto work = [&] {
        for (int i = 0; i < 2; ++i) {
            std::lock_guard lock(guard);
            ++counter;
        }
    };
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::printf("%d\n", counter);
}
