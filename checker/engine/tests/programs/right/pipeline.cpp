// expect: passed
// output: 4 6 \n
// Three stages with a channel between each; a sentinel ends them.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <queue>
#include <thread>

class Channel {
public:
    void send(int value) {
        std::lock_guard lock(guard_);
        values_.push(value);
        sent_.notify_one();
    }
    int receive() {
        std::unique_lock lock(guard_);
        while (values_.empty()) sent_.wait(lock);
        int value = values_.front();
        values_.pop();
        return value;
    }

private:
    std::mutex guard_;
    std::condition_variable sent_;
    std::queue<int> values_;
};

int main() {
    Channel raw, doubled;
    std::thread source([&] {
        for (int value : {1, 2, -1}) raw.send(value);
    });
    std::thread twice([&] {
        for (;;) {
            int value = raw.receive();
            doubled.send(value < 0 ? value : 2 * value);
            if (value < 0) break;
        }
    });
    for (int value; (value = doubled.receive()) >= 0;) std::printf("%d ", value + 2);
    std::printf("\n");
    source.join();
    twice.join();
}
