// Right: an entry that comes while somebody waits for one is handed to the getter that has waited longest; every getter
// has a condition variable of its own.
#include "priority_queue.hpp"

#include <condition_variable>
#include <list>
#include <mutex>
#include <set>

class BlockingPriorityQueue : public PriorityQueue {
public:
    explicit BlockingPriorityQueue(std::size_t maxsize) : maxsize_(maxsize) {}

    bool put(Entry entry, Timeout timeout) override {
        std::unique_lock<std::mutex> lock(mutex_);
        const auto has_place = [this] { return entries_.size() < maxsize_; };
        if (!timeout) {
            place_.wait(lock, has_place);
        } else if (!place_.wait_for(lock, *timeout, has_place)) {
            return false;
        }
        if (getters_.empty()) {
            entries_.insert(std::move(entry));
            return true;
        }
        Getter* getter = getters_.front();
        getters_.pop_front();
        getter->entry = std::move(entry);
        getter->served.notify_one();
        return true;
    }

    std::optional<Entry> get(Timeout timeout) override {
        std::unique_lock<std::mutex> lock(mutex_);
        if (!entries_.empty()) {
            Entry entry = entries_.extract(entries_.begin()).value();
            place_.notify_one();
            return entry;
        }
        Getter self;
        getters_.push_back(&self);
        const auto is_served = [&self] { return self.entry.has_value(); };
        if (!timeout) {
            self.served.wait(lock, is_served);
        } else if (!self.served.wait_for(lock, *timeout, is_served)) {
            getters_.remove(&self);
            return std::nullopt;
        }
        return std::move(self.entry);
    }

private:
    struct Getter {
        std::condition_variable served;
        std::optional<Entry> entry;
    };

    const std::size_t maxsize_;
    std::mutex mutex_;
    std::condition_variable place_;
    std::list<Getter*> getters_;  // who waits, the longest first; only while there are no entries
    std::multiset<Entry> entries_;
};

std::unique_ptr<PriorityQueue> make_priority_queue(std::size_t maxsize) {
    return std::make_unique<BlockingPriorityQueue>(maxsize);
}
