// expect: lost-wakeup
// Closing a queue wakes only one of two consumers.
#include <condition_variable>
#include <mutex>
#include <queue>
#include <thread>

class Queue {
public:
    bool get(int& value) {
        std::unique_lock lock(guard_);
        changed_.wait(lock, [&] { return closed_ || !items_.empty(); });
        if (items_.empty()) return false;
        value = items_.front();
        items_.pop();
        return true;
    }
    void close() {
        std::lock_guard lock(guard_);
        closed_ = true;
        changed_.notify_one();
    }

private:
    std::mutex guard_;
    std::condition_variable changed_;
    std::queue<int> items_;
    bool closed_ = false;
};

int main() {
    Queue queue;
    auto consume = [&] {
        int value;
        while (queue.get(value)) {
        }
    };
    std::thread a(consume), b(consume);
    queue.close();
    a.join();
    b.join();
}
