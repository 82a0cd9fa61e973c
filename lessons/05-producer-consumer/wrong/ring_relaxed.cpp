// Wrong: a ring whose ends have a lock each; the counter between them is atomic, but relaxed.
#include "producer_consumer.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <iostream>
#include <mutex>
#include <vector>

class BlockingQueue : public OrdinalQueue {
public:
    void put(Ordinal ordinal) override {
        std::lock_guard<std::mutex> lock(producers_);
        const unsigned place = written_.load(std::memory_order_relaxed);
        ring_[place % ring_.size()] = ordinal;
        written_.store(place + 1, std::memory_order_relaxed);
        written_.notify_all();
    }

    std::optional<Ordinal> get() override {
        std::lock_guard<std::mutex> lock(consumers_);
        unsigned written = written_.load(std::memory_order_relaxed);
        while (written == taken_) {
            written_.wait(written, std::memory_order_relaxed);
            written = written_.load(std::memory_order_relaxed);
        }
        if ((written & ~closed) == taken_) {
            return std::nullopt;
        }
        return ring_[taken_++ % ring_.size()];
    }

    void close() override {
        written_ |= closed;
        written_.notify_all();
    }

private:
    static constexpr unsigned closed = 1u << 31;  // a bit of written_, so that both change in one step

    std::mutex producers_;
    std::mutex consumers_;
    std::array<Ordinal, 64> ring_{};
    std::atomic<unsigned> written_{0};
    unsigned taken_ = 0;
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
