// Wrong: with a time-out put waits first, and looks only then: also if there was a place all the time.
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
        std::unique_lock<std::mutex> lock(mutex_);
        // The predicate is asked again after each wake-up, and once more when the time is over.
        auto has_place = [this] { return entries_.size() < maxsize_; };
        if (!timeout) {
            place_.wait(lock, has_place);
        } else {
            place_.wait_for(lock, *timeout);
            if (!has_place()) {
                return false;
            }
        }
        entries_.push(entry);
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
        Entry entry = entries_.top();
        entries_.pop();
        place_.notify_one();
        return entry;
    }

private:
    const std::size_t maxsize_;
    std::mutex mutex_;
    std::condition_variable entry_;  // notified when an entry has come
    std::condition_variable place_;  // notified when a place has become free
    std::priority_queue<Entry, std::vector<Entry>, std::greater<Entry>> entries_;
};

std::unique_ptr<PriorityQueue> make_priority_queue(std::size_t maxsize) {
    return std::make_unique<BlockingPriorityQueue>(maxsize);
}
