// Right: one way of waiting for both; who may wait for ever waits for a year.
#include "priority_queue.hpp"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <vector>

namespace {

std::chrono::milliseconds patience(Timeout timeout) {
    return timeout.value_or(std::chrono::hours(24 * 365));
}

class Tasks : public PriorityQueue {
public:
    explicit Tasks(std::size_t places) : places_(places) {}

    bool put(Entry entry, Timeout timeout) override {
        std::unique_lock lock(mutex_);
        if (!taken_.wait_for(lock, patience(timeout), [this] { return entries_.size() < places_; })) {
            return false;
        }
        entries_.push(std::move(entry));
        added_.notify_one();
        return true;
    }

    std::optional<Entry> get(Timeout timeout) override {
        std::unique_lock lock(mutex_);
        if (!added_.wait_for(lock, patience(timeout), [this] { return !entries_.empty(); })) {
            return std::nullopt;
        }
        Entry least = entries_.top();
        entries_.pop();
        taken_.notify_one();
        return least;
    }

private:
    std::mutex mutex_;
    std::condition_variable added_, taken_;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> entries_;
    const std::size_t places_;
};

}  // namespace

std::unique_ptr<PriorityQueue> make_priority_queue(std::size_t maxsize) {
    return std::make_unique<Tasks>(maxsize);
}
