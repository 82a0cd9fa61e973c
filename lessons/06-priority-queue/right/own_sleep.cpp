// Right: POSIX conditions with the monotonic clock, in a function that is called sleep but does not sleep.
#include "priority_queue.hpp"

#include <pthread.h>

#include <cerrno>
#include <ctime>
#include <set>

class BlockingPriorityQueue : public PriorityQueue {
public:
    explicit BlockingPriorityQueue(std::size_t maxsize) : maxsize_(maxsize) {
        pthread_condattr_t attributes;
        pthread_condattr_init(&attributes);
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
        pthread_cond_init(&changed_, &attributes);
        pthread_condattr_destroy(&attributes);
    }
    ~BlockingPriorityQueue() override { pthread_cond_destroy(&changed_); }

    bool put(Entry entry, Timeout timeout) override {
        const timespec until = end_of(timeout);
        pthread_mutex_lock(&mutex_);
        while (entries_.size() == maxsize_ && sleep(timeout, until)) {
        }
        const bool free = entries_.size() < maxsize_;
        if (free) {
            entries_.insert(std::move(entry));
            pthread_cond_broadcast(&changed_);
        }
        pthread_mutex_unlock(&mutex_);
        return free;
    }

    std::optional<Entry> get(Timeout timeout) override {
        const timespec until = end_of(timeout);
        std::optional<Entry> least;
        pthread_mutex_lock(&mutex_);
        while (entries_.empty() && sleep(timeout, until)) {
        }
        if (!entries_.empty()) {
            least = *entries_.begin();
            entries_.erase(entries_.begin());
            pthread_cond_broadcast(&changed_);
        }
        pthread_mutex_unlock(&mutex_);
        return least;
    }

private:
    static timespec end_of(Timeout timeout) {
        timespec until;
        clock_gettime(CLOCK_MONOTONIC, &until);
        const long long milliseconds = timeout ? timeout->count() : 0;
        const long long nanoseconds = until.tv_nsec + milliseconds % 1000 * 1'000'000;
        until.tv_sec += milliseconds / 1000 + nanoseconds / 1'000'000'000;
        until.tv_nsec = nanoseconds % 1'000'000'000;
        return until;
    }

    // Waits for a change; false: the time is over.
    bool sleep(Timeout timeout, const timespec& until) {
        if (!timeout) {
            return pthread_cond_wait(&changed_, &mutex_) == 0;
        }
        return pthread_cond_timedwait(&changed_, &mutex_, &until) != ETIMEDOUT;
    }

    const std::size_t maxsize_;
    pthread_mutex_t mutex_ = PTHREAD_MUTEX_INITIALIZER;
    pthread_cond_t changed_;
    std::multiset<Entry> entries_;
};

std::unique_ptr<PriorityQueue> make_priority_queue(std::size_t maxsize) {
    return std::make_unique<BlockingPriorityQueue>(maxsize);
}
