// Right: permits for the free places and for the entries; the mutex only protects the set.
#include "priority_queue.hpp"

#include <mutex>
#include <semaphore>
#include <set>
#include <utility>

class BlockingPriorityQueue : public PriorityQueue {
public:
    explicit BlockingPriorityQueue(std::size_t maxsize) : places_(static_cast<std::ptrdiff_t>(maxsize)) {}

    bool put(Entry entry, Timeout timeout) override {
        if (!acquire(places_, timeout)) {
            return false;
        }
        {
            std::lock_guard<std::mutex> lock(mutex_);
            entries_.insert(std::move(entry));
        }
        available_.release();
        return true;
    }

    std::optional<Entry> get(Timeout timeout) override {
        if (!acquire(available_, timeout)) {
            return std::nullopt;
        }
        std::unique_lock<std::mutex> lock(mutex_);
        Entry entry = std::move(entries_.extract(entries_.begin()).value());
        lock.unlock();
        places_.release();
        return entry;
    }

private:
    static bool acquire(std::counting_semaphore<>& semaphore, Timeout timeout) {
        if (timeout) {
            return semaphore.try_acquire_for(*timeout);
        }
        semaphore.acquire();
        return true;
    }

    std::mutex mutex_;
    std::multiset<Entry> entries_;
    std::counting_semaphore<> places_;
    std::counting_semaphore<> available_{0};
};

std::unique_ptr<PriorityQueue> make_priority_queue(std::size_t maxsize) {
    return std::make_unique<BlockingPriorityQueue>(maxsize);
}
