// Right: computes the time that remains before each wait.
#include "priority_queue.hpp"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <vector>

class BlockingPriorityQueue : public PriorityQueue {
public:
    explicit BlockingPriorityQueue(std::size_t maxsize) : maxsize_(maxsize) {}

    bool put(Entry entry, Timeout timeout) override {
        using Clock = std::chrono::steady_clock;
        std::unique_lock lock(mutex_);
        if (timeout && timeout->count() == 0) {
            if (entries_.size() >= maxsize_) {
                return false;
            }
        } else if (!timeout) {
            while (entries_.size() >= maxsize_) {
                place_.wait(lock);
            }
        } else {
            auto end = Clock::now() + *timeout;
            while (entries_.size() >= maxsize_) {
                auto remaining = end - Clock::now();
                if (remaining <= Clock::duration::zero()) {
                    return false;
                }
                place_.wait_for(lock, remaining);
            }
        }
        entries_.push(entry);
        entry_.notify_one();
        return true;
    }

    std::optional<Entry> get(Timeout timeout) override {
        std::unique_lock lock(mutex_);
        auto end = std::chrono::system_clock::now() + timeout.value_or(std::chrono::milliseconds(0));
        while (entries_.empty()) {
            if (!timeout) {
                entry_.wait(lock);
            } else if (std::chrono::system_clock::now() < end) {
                entry_.wait_until(lock, end);
            } else {
                return std::nullopt;
            }
        }
        Entry entry = entries_.top();
        entries_.pop();
        place_.notify_one();
        return entry;
    }

private:
    const std::size_t maxsize_;
    std::mutex mutex_;
    std::condition_variable entry_;
    std::condition_variable place_;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> entries_;
};

std::unique_ptr<PriorityQueue> make_priority_queue(std::size_t maxsize) {
    return std::make_unique<BlockingPriorityQueue>(maxsize);
}
