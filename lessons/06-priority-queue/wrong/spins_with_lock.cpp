// Wrong: waits while it holds the lock that everybody else needs to end the waiting.
#include "priority_queue.hpp"

#include <functional>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

class BlockingPriorityQueue : public PriorityQueue {
public:
    explicit BlockingPriorityQueue(std::size_t maxsize) : maxsize_(maxsize) {}

    bool put(Entry entry, Timeout timeout) override {
        std::lock_guard<std::mutex> lock(mutex_);
        auto deadline = std::chrono::steady_clock::now() + timeout.value_or(std::chrono::hours(1));
        while (entries_.size() >= maxsize_) {
            if (std::chrono::steady_clock::now() >= deadline) {
                return false;
            }
            std::this_thread::yield();
        }
        entries_.push(entry);
        return true;
    }

    std::optional<Entry> get(Timeout timeout) override {
        std::lock_guard<std::mutex> lock(mutex_);
        auto deadline = std::chrono::steady_clock::now() + timeout.value_or(std::chrono::hours(1));
        while (entries_.empty()) {
            if (std::chrono::steady_clock::now() >= deadline) {
                return std::nullopt;
            }
            std::this_thread::yield();
        }
        Entry entry = entries_.top();
        entries_.pop();
        return entry;
    }

private:
    const std::size_t maxsize_;
    std::mutex mutex_;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<Entry>> entries_;
};

std::unique_ptr<PriorityQueue> make_priority_queue(std::size_t maxsize) {
    return std::make_unique<BlockingPriorityQueue>(maxsize);
}
