// Right: a heap in a vector; a timeout of an hour stands for no timeout, and is repeated.
#include "priority_queue.hpp"

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

class BlockingPriorityQueue : public PriorityQueue {
public:
    explicit BlockingPriorityQueue(std::size_t maxsize) : maxsize_(maxsize) {}

    bool put(Entry entry, Timeout timeout) override {
        std::unique_lock lock(mutex_);
        while (!place_.wait_for(lock, timeout.value_or(an_hour), [this] { return entries_.size() < maxsize_; })) {
            if (timeout) {
                return false;
            }
        }
        entries_.push_back(std::move(entry));
        std::push_heap(entries_.begin(), entries_.end(), std::greater<>());
        lock.unlock();
        entry_.notify_one();
        return true;
    }

    std::optional<Entry> get(Timeout timeout) override {
        std::unique_lock lock(mutex_);
        while (!entry_.wait_for(lock, timeout.value_or(an_hour), [this] { return !entries_.empty(); })) {
            if (timeout) {
                return std::nullopt;
            }
        }
        std::pop_heap(entries_.begin(), entries_.end(), std::greater<>());
        Entry entry = std::move(entries_.back());
        entries_.pop_back();
        lock.unlock();
        place_.notify_one();
        return entry;
    }

private:
    static constexpr std::chrono::milliseconds an_hour = std::chrono::hours(1);

    const std::size_t maxsize_;
    std::mutex mutex_;
    std::condition_variable entry_;
    std::condition_variable place_;
    std::vector<Entry> entries_;
};

std::unique_ptr<PriorityQueue> make_priority_queue(std::size_t maxsize) {
    return std::make_unique<BlockingPriorityQueue>(maxsize);
}
