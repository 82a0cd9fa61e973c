// priority_queue.cpp: a queue with a limited number of places that hands out the most urgent entry first.
// put waits while the queue is full, get waits while it is empty, neither longer than its timeout allows.
// Lowest priority first; entries of equal priority in the order of their data.
#include "priority_queue.hpp"

#include <mutex>
#include <queue>

class BlockingPriorityQueue : public PriorityQueue {
public:
    explicit BlockingPriorityQueue(std::size_t maxsize) : maxsize_(maxsize) {}

    bool put(Entry entry, Timeout /*timeout*/) override {
        std::lock_guard<std::mutex> lock(mutex_);
        // TODO: wait for a place, but not longer than the timeout.
        if (entries_.size() == maxsize_) {
            return false;
        }
        entries_.push(entry);
        // TODO: somebody may be waiting for an entry.
        return true;
    }

    std::optional<Entry> get(Timeout /*timeout*/) override {
        std::lock_guard<std::mutex> lock(mutex_);
        // TODO: wait for an entry, but not longer than the timeout.
        if (entries_.empty()) {
            return std::nullopt;
        }
        Entry entry = entries_.top();
        entries_.pop();
        // TODO: somebody may be waiting for a place.
        return entry;
    }

private:
    const std::size_t maxsize_;
    std::mutex mutex_;
    std::priority_queue<Entry> entries_;  // TODO: this one has the greatest entry on top.
};

std::unique_ptr<PriorityQueue> make_priority_queue(std::size_t maxsize) {
    return std::make_unique<BlockingPriorityQueue>(maxsize);
}
