// Right: a line of waiting consumers, each with its own condition variable; a letter is handed to the first of them.
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
        if (waiting_.empty()) {
            items_.push(ordinal);
        } else {
            waiting_.front()->ordinal = ordinal;
            dismiss_first();
        }
    }

    std::optional<Ordinal> get() override {
        std::unique_lock<std::mutex> lock(mutex_);
        if (!items_.empty()) {
            Ordinal ordinal = items_.front();
            items_.pop();
            return ordinal;
        }
        if (closed_) {
            return std::nullopt;
        }
        Waiting me;
        waiting_.push(&me);
        while (!me.served) {
            me.turn.wait(lock);
        }
        return me.ordinal;
    }

    void close() override {
        std::lock_guard<std::mutex> lock(mutex_);
        closed_ = true;
        while (!waiting_.empty()) {
            dismiss_first();
        }
    }

private:
    struct Waiting {
        std::condition_variable turn;
        std::optional<Ordinal> ordinal;
        bool served = false;
    };

    void dismiss_first() {
        waiting_.front()->served = true;
        waiting_.front()->turn.notify_one();
        waiting_.pop();
    }

    std::mutex mutex_;
    std::queue<Ordinal> items_;
    std::queue<Waiting*> waiting_;
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
