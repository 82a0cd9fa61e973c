// Right: waits with the mutex itself, and wakes everybody each time; who has nothing to do waits again.
#include "producer_consumer.hpp"

#include <algorithm>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <queue>
#include <vector>

class BlockingQueue : public OrdinalQueue {
public:
    void put(Ordinal ordinal) override {
        mutex_.lock();
        items_.push(ordinal);
        mutex_.unlock();
        changed_.notify_all();
    }

    std::optional<Ordinal> get() override {
        std::optional<Ordinal> result;
        mutex_.lock();
        while (items_.empty() && !closed_) {
            changed_.wait(mutex_);
        }
        if (!items_.empty()) {
            result = items_.front();
            items_.pop();
        }
        mutex_.unlock();
        return result;
    }

    void close() override {
        mutex_.lock();
        closed_ = true;
        mutex_.unlock();
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::queue<Ordinal> items_;
    bool closed_ = false;
};

std::unique_ptr<OrdinalQueue> make_queue() { return std::make_unique<BlockingQueue>(); }

int ord(char letter) {
    return static_cast<unsigned char>(letter);  // a plain char can be negative
}

void produce(const std::string& letters, OrdinalQueue& queue) {
    for (char letter : letters) {
        queue.put({letter, ord(letter)});
    }
}

void consume(OrdinalQueue& queue) {
    std::vector<Ordinal> taken;
    while (std::optional<Ordinal> ordinal = queue.get()) {
        taken.push_back(*ordinal);
    }
    std::sort(taken.begin(), taken.end(), [](const Ordinal& a, const Ordinal& b) { return a.number < b.number; });
    for (const Ordinal& ordinal : taken) {
        std::cout << ordinal.letter << " " << ordinal.number << "\n";
    }
}
