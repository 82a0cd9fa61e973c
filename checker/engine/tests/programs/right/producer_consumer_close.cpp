// expect: passed
// output: sum 10\n
// Two producers, two consumers, a queue that is closed at the end.
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

class Queue {
public:
    void put(int value) {
        {
            std::lock_guard lock(guard_);
            items_.push_back(value);
        }
        changed_.notify_one();
    }
    void close() {
        {
            std::lock_guard lock(guard_);
            closed_ = true;
        }
        changed_.notify_all();
    }
    std::optional<int> get() {
        std::unique_lock lock(guard_);
        changed_.wait(lock, [&] { return closed_ || !items_.empty(); });
        if (items_.empty()) return std::nullopt;
        int value = items_.front();
        items_.pop_front();
        return value;
    }

private:
    std::mutex guard_;
    std::condition_variable changed_;
    std::deque<int> items_;
    bool closed_ = false;
};

int main() {
    Queue queue;
    int sums[2] = {};
    auto consume = [&](int who) {
        while (auto value = queue.get()) sums[who] += *value;
    };
    std::thread first(consume, 0), second(consume, 1);
    std::thread other([&] {
        queue.put(1);
        queue.put(2);
    });
    queue.put(3);
    queue.put(4);
    other.join();
    queue.close();
    first.join();
    second.join();
    std::printf("sum %d\n", sums[0] + sums[1]);
}
