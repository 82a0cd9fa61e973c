// expect: passed
// output: at most 1 inside\n
// A counting semaphore of one's own from mutex and condition.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

class Semaphore {
public:
    explicit Semaphore(int permits) : permits_(permits) {}
    void acquire() {
        std::unique_lock lock(guard_);
        while (permits_ == 0) freed_.wait(lock);
        --permits_;
    }
    void release() {
        std::lock_guard lock(guard_);
        ++permits_;
        freed_.notify_one();
    }

private:
    std::mutex guard_;
    std::condition_variable freed_;
    int permits_;
};

int main() {
    Semaphore permit(1);
    int inside = 0, most = 0;
    auto work = [&] {
        permit.acquire();
        ++inside;
        if (inside > most) most = inside;
        --inside;
        permit.release();
    };
    std::thread a(work), b(work), c(work);
    a.join();
    b.join();
    c.join();
    std::printf("at most %d inside\n", most);
}
