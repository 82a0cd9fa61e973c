// Wrong: what a consumer has taken is in a static vector, which all consumers share.
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
        std::lock_guard<std::mutex> lock(mutex_);
        items_.push(ordinal);
        changed_.notify_one();  // one letter, one consumer
    }

    std::optional<Ordinal> get() override {
        std::unique_lock<std::mutex> lock(mutex_);
        // Being woken proves nothing: another consumer may have been faster, or nobody has notified at all.
        while (items_.empty() && !closed_) {
            changed_.wait(lock);
        }
        if (items_.empty()) {
            return std::nullopt;
        }
        Ordinal ordinal = items_.front();
        items_.pop();
        return ordinal;
    }

    void close() override {
        // Under the lock, so that it cannot happen between a consumer's question and its falling asleep.
        std::lock_guard<std::mutex> lock(mutex_);
        closed_ = true;
        changed_.notify_all();  // the end is for everybody
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
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
    static std::vector<Ordinal> taken;
    while (std::optional<Ordinal> ordinal = queue.get()) {
        taken.push_back(*ordinal);
    }
    std::sort(taken.begin(), taken.end(), [](const Ordinal& a, const Ordinal& b) { return a.number < b.number; });
    for (const Ordinal& ordinal : taken) {
        std::cout << ordinal.letter << " " << ordinal.number << "\n";
    }
}
