// Wrong: each letter is a permit, and close adds one more; the consumer who takes that one keeps it.
#include "producer_consumer.hpp"

#include <algorithm>
#include <iostream>
#include <mutex>
#include <queue>
#include <semaphore>
#include <vector>

class BlockingQueue : public OrdinalQueue {
public:
    void put(Ordinal ordinal) override {
        {
            std::lock_guard<std::mutex> lock(mutex_);
            items_.push(ordinal);
        }
        letters_.release();
    }

    std::optional<Ordinal> get() override {
        letters_.acquire();
        std::lock_guard<std::mutex> lock(mutex_);
        if (items_.empty()) {
            return std::nullopt;
        }
        Ordinal ordinal = items_.front();
        items_.pop();
        return ordinal;
    }

    void close() override { letters_.release(); }

private:
    std::mutex mutex_;
    std::counting_semaphore<> letters_{0};
    std::queue<Ordinal> items_;
};

std::unique_ptr<OrdinalQueue> make_queue() { return std::make_unique<BlockingQueue>(); }

int ord(char letter) { return static_cast<unsigned char>(letter); }

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
