// producer_consumer.cpp: producers turn letters into numbers, a consumer prints them; a queue stands between them.
// The consumer must get each letter once, whoever is faster: it waits while the queue is empty, and stops only when the
// queue is empty *and* closed. To change: the class BlockingQueue. The functions below it are right as they are.
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
        // TODO: a consumer may be waiting for this.
    }

    std::optional<Ordinal> get() override {
        std::lock_guard<std::mutex> lock(mutex_);
        // TODO: empty for the moment is not the end of the stream.
        if (items_.empty()) {
            return std::nullopt;
        }
        Ordinal ordinal = items_.front();
        items_.pop();
        return ordinal;
    }

    void close() override {
        // TODO: consumers must learn that nothing more will come, also those that are waiting.
    }

private:
    std::mutex mutex_;
    std::queue<Ordinal> items_;
    // TODO: what else must the threads know, and how do they wait?
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
