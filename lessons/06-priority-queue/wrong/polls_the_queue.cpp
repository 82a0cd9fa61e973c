// Right in every result, but whoever waits looks again and again instead of being blocked.
#include "priority_queue.hpp"

#include <mutex>
#include <set>
#include <thread>

class PollingPriorityQueue : public PriorityQueue {
public:
    explicit PollingPriorityQueue(std::size_t maxsize) : maxsize_(maxsize) {}

    bool put(Entry entry, Timeout timeout) override {
        const auto end = std::chrono::steady_clock::now() + timeout.value_or(std::chrono::milliseconds(0));
        for (;;) {
            {
                std::lock_guard lock(mutex_);
                if (entries_.size() < maxsize_) {
                    entries_.insert(entry);
                    return true;
                }
            }
            if (timeout && std::chrono::steady_clock::now() >= end) return false;
            std::this_thread::yield();
        }
    }

    std::optional<Entry> get(Timeout timeout) override {
        const auto end = std::chrono::steady_clock::now() + timeout.value_or(std::chrono::milliseconds(0));
        for (;;) {
            {
                std::lock_guard lock(mutex_);
                if (!entries_.empty()) {
                    Entry entry = *entries_.begin();
                    entries_.erase(entries_.begin());
                    return entry;
                }
            }
            if (timeout && std::chrono::steady_clock::now() >= end) return std::nullopt;
            std::this_thread::yield();
        }
    }

private:
    const std::size_t maxsize_;
    std::mutex mutex_;
    std::multiset<Entry> entries_;
};

std::unique_ptr<PriorityQueue> make_priority_queue(std::size_t maxsize) {
    return std::make_unique<PollingPriorityQueue>(maxsize);
}
