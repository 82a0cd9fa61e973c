// expect: passed
// output: 1 2 3 \n
// A bounded buffer of one place with two conditions.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <queue>
#include <thread>

template <class T>
class BoundedBuffer {
public:
    explicit BoundedBuffer(std::size_t limit) : limit_(limit) {}
    void put(T value) {
        std::unique_lock lock(guard_);
        not_full_.wait(lock, [&] { return items_.size() < limit_; });
        items_.push(std::move(value));
        not_empty_.notify_one();
    }
    T get() {
        std::unique_lock lock(guard_);
        not_empty_.wait(lock, [&] { return !items_.empty(); });
        T value = std::move(items_.front());
        items_.pop();
        not_full_.notify_one();
        return value;
    }

private:
    std::mutex guard_;
    std::condition_variable not_full_, not_empty_;
    std::queue<T> items_;
    std::size_t limit_;
};

int main() {
    BoundedBuffer<int> buffer(1);
    std::thread producer([&] {
        for (int i = 1; i <= 3; ++i) buffer.put(i);
    });
    std::thread consumer([&] {
        for (int i = 0; i < 3; ++i) std::printf("%d ", buffer.get());
    });
    producer.join();
    consumer.join();
    std::printf("\n");
}
