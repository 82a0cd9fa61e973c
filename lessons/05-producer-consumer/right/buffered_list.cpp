// Right: letters travel in the nodes of a list; the consumer sorts them by counting in a map.
#include "producer_consumer.hpp"

#include <condition_variable>
#include <iostream>
#include <list>
#include <map>
#include <mutex>

class BlockingQueue : public OrdinalQueue {
public:
    void put(Ordinal ordinal) override {
        std::list<Ordinal> node;
        node.push_back(ordinal);
        std::unique_lock lock(mutex_);
        items_.splice(items_.end(), node);
        lock.unlock();
        changed_.notify_one();
    }

    std::optional<Ordinal> get() override {
        std::unique_lock lock(mutex_);
        for (; items_.empty(); changed_.wait(lock)) {
            if (closed_) {
                return std::nullopt;
            }
        }
        std::list<Ordinal> node;
        node.splice(node.begin(), items_, items_.begin());
        lock.unlock();
        return node.front();
    }

    void close() override {
        std::lock_guard<std::mutex> lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::list<Ordinal> items_;
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
    std::map<int, int> times;
    for (std::optional<Ordinal> ordinal = queue.get(); ordinal; ordinal = queue.get()) {
        ++times[ordinal->number];
    }
    for (const auto& [number, count] : times) {
        for (int i = 0; i < count; ++i) {
            std::cout << static_cast<char>(number) << " " << number << "\n";
        }
    }
}
