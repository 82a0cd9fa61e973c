// Wrong: sleeps a little and looks again until the time is over.
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
        for (int slept = 0; true; ++slept) {
            {
                std::lock_guard<std::mutex> lock(mutex_);
                if (entries_.size() < maxsize_) {
                    entries_.push(entry);
                    return true;
                }
            }
            if (timeout && slept >= timeout->count()) {
                return false;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }

    std::optional<Entry> get(Timeout timeout) override {
        for (int slept = 0; true; ++slept) {
            {
                std::lock_guard<std::mutex> lock(mutex_);
                if (!entries_.empty()) {
                    Entry entry = entries_.top();
                    entries_.pop();
                    return entry;
                }
            }
            if (timeout && slept >= timeout->count()) {
                return std::nullopt;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }

private:
    const std::size_t maxsize_;
    std::mutex mutex_;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<Entry>> entries_;
};

std::unique_ptr<PriorityQueue> make_priority_queue(std::size_t maxsize) {
    return std::make_unique<BlockingPriorityQueue>(maxsize);
}
