// expect: passed
// output: 2 reads of 0 or 1, then 1\n
// A readers-writer lock with writer preference, built from a mutex and conditions.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

class ReadersWriter {
public:
    void lock_shared() {
        std::unique_lock lock(guard_);
        readers_may_.wait(lock, [&] { return waiting_writers_ == 0 && !writing_; });
        ++readers_;
    }
    void unlock_shared() {
        std::lock_guard lock(guard_);
        if (--readers_ == 0) writer_may_.notify_one();
    }
    void lock() {
        std::unique_lock lock(guard_);
        ++waiting_writers_;
        writer_may_.wait(lock, [&] { return readers_ == 0 && !writing_; });
        --waiting_writers_;
        writing_ = true;
    }
    void unlock() {
        std::lock_guard lock(guard_);
        writing_ = false;
        writer_may_.notify_one();
        readers_may_.notify_all();
    }

private:
    std::mutex guard_;
    std::condition_variable readers_may_, writer_may_;
    int readers_ = 0, waiting_writers_ = 0;
    bool writing_ = false;
};

int main() {
    ReadersWriter access;
    int value = 0, seen[2] = {};
    auto read = [&](int who) {
        access.lock_shared();
        seen[who] = value;
        access.unlock_shared();
    };
    std::thread writer([&] {
        access.lock();
        value = 1;
        access.unlock();
    });
    std::thread a(read, 0), b(read, 1);
    writer.join();
    a.join();
    b.join();
    if (seen[0] >= 0 && seen[0] <= 1 && seen[1] >= 0 && seen[1] <= 1)
        std::printf("2 reads of 0 or 1, then %d\n", value);
}
