// Right: waits with the mutex itself; counts equal entries in a map.
#include "priority_queue.hpp"

#include <condition_variable>
#include <map>
#include <mutex>

class BlockingPriorityQueue : public PriorityQueue {
public:
    explicit BlockingPriorityQueue(std::size_t maxsize) : maxsize_(maxsize) {}

    bool put(Entry entry, Timeout timeout) override {
        std::scoped_lock lock(mutex_);
        if (!wait(place_, timeout, [this] { return size_ < maxsize_; })) {
            return false;
        }
        ++entries_[entry];
        ++size_;
        entry_.notify_one();
        return true;
    }

    std::optional<Entry> get(Timeout timeout) override {
        std::scoped_lock lock(mutex_);
        if (!wait(entry_, timeout, [this] { return size_ > 0; })) {
            return std::nullopt;
        }
        auto least = entries_.begin();
        Entry entry = least->first;
        if (--least->second == 0) {
            entries_.erase(least);
        }
        --size_;
        place_.notify_one();
        return entry;
    }

private:
    template <class Predicate>
    bool wait(std::condition_variable_any& condition, Timeout timeout, Predicate predicate) {
        if (timeout) {
            return condition.wait_for(mutex_, *timeout, predicate);
        }
        condition.wait(mutex_, predicate);
        return true;
    }

    const std::size_t maxsize_;
    std::mutex mutex_;
    std::condition_variable_any entry_;
    std::condition_variable_any place_;
    std::map<Entry, int> entries_;
    std::size_t size_ = 0;
};

std::unique_ptr<PriorityQueue> make_priority_queue(std::size_t maxsize) {
    return std::make_unique<BlockingPriorityQueue>(maxsize);
}
