// Right: a stop token is the sign that nothing more will come.
#include "producer_consumer.hpp"

#include <algorithm>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <queue>
#include <stop_token>
#include <vector>

class BlockingQueue : public OrdinalQueue {
public:
    void put(Ordinal ordinal) override {
        std::lock_guard<std::mutex> lock(mutex_);
        items_.push(ordinal);
        changed_.notify_one();
    }

    std::optional<Ordinal> get() override {
        std::unique_lock<std::mutex> lock(mutex_);
        if (!changed_.wait(lock, end_.get_token(), [this] { return !items_.empty(); })) {
            return std::nullopt;
        }
        Ordinal ordinal = items_.front();
        items_.pop();
        return ordinal;
    }

    void close() override { end_.request_stop(); }

private:
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::queue<Ordinal> items_;
    std::stop_source end_;
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
