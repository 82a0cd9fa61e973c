// Wrong: keeps a reference to the entry that it removes, and copies it afterwards.
#include "priority_queue.hpp"

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

class BlockingPriorityQueue : public PriorityQueue {
public:
    explicit BlockingPriorityQueue(std::size_t maxsize) : maxsize_(maxsize) {}

    bool put(Entry entry, Timeout timeout) override {
        std::unique_lock<std::mutex> lock(mutex_);
        // The predicate is asked again after each wake-up, and once more when the time is over.
        auto has_place = [this] { return entries_.size() < maxsize_; };
        if (!timeout) {
            place_.wait(lock, has_place);
        } else if (!place_.wait_for(lock, *timeout, has_place)) {
            return false;
        }
        entries_.push_back(std::move(entry));
        std::push_heap(entries_.begin(), entries_.end(), std::greater<Entry>());
        entry_.notify_one();  // always: more than one thread may be waiting
        return true;
    }

    std::optional<Entry> get(Timeout timeout) override {
        std::unique_lock<std::mutex> lock(mutex_);
        auto has_entry = [this] { return !entries_.empty(); };
        if (!timeout) {
            entry_.wait(lock, has_entry);
        } else if (!entry_.wait_for(lock, *timeout, has_entry)) {
            return std::nullopt;
        }
        std::pop_heap(entries_.begin(), entries_.end(), std::greater<Entry>());
        const Entry& entry = entries_.back();
        entries_.pop_back();
        place_.notify_one();
        return entry;
    }

private:
    const std::size_t maxsize_;
    std::mutex mutex_;
    std::condition_variable entry_;  // notified when an entry has come
    std::condition_variable place_;  // notified when a place has become free
    std::vector<Entry> entries_;
};

std::unique_ptr<PriorityQueue> make_priority_queue(std::size_t maxsize) {
    return std::make_unique<BlockingPriorityQueue>(maxsize);
}
