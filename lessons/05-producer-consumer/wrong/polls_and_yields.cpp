// Right in every result, but a consumer that has nothing to do keeps a processor busy.
#include "producer_consumer.hpp"

#include <algorithm>
#include <deque>
#include <iostream>
#include <mutex>
#include <thread>
#include <vector>

class PollingQueue : public OrdinalQueue {
public:
    void put(Ordinal ordinal) override {
        std::lock_guard lock(mutex_);
        items_.push_back(ordinal);
    }

    std::optional<Ordinal> get() override {
        for (;;) {
            {
                std::lock_guard lock(mutex_);
                if (!items_.empty()) {
                    Ordinal ordinal = items_.front();
                    items_.pop_front();
                    return ordinal;
                }
                if (closed_) return std::nullopt;
            }
            std::this_thread::yield();
        }
    }

    void close() override {
        std::lock_guard lock(mutex_);
        closed_ = true;
    }

private:
    std::mutex mutex_;
    std::deque<Ordinal> items_;
    bool closed_ = false;
};

std::unique_ptr<OrdinalQueue> make_queue() { return std::make_unique<PollingQueue>(); }

int ord(char letter) { return static_cast<unsigned char>(letter); }

void produce(const std::string& letters, OrdinalQueue& queue) {
    for (char letter : letters) queue.put({letter, ord(letter)});
}

void consume(OrdinalQueue& queue) {
    std::vector<Ordinal> taken;
    while (std::optional<Ordinal> ordinal = queue.get()) taken.push_back(*ordinal);
    std::sort(taken.begin(), taken.end(), [](const Ordinal& a, const Ordinal& b) { return a.number < b.number; });
    for (const Ordinal& ordinal : taken) std::cout << ordinal.letter << " " << ordinal.number << "\n";
}
