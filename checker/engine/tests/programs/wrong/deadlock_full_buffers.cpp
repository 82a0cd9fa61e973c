// expect: deadlock
// Two threads send to each other through buffers of one place, two messages each, before they receive.
#include <condition_variable>
#include <mutex>
#include <queue>
#include <thread>

class Channel {
public:
    void send(int value) {
        std::unique_lock lock(guard_);
        changed_.wait(lock, [&] { return values_.empty(); });
        values_.push(value);
        changed_.notify_all();
    }
    int receive() {
        std::unique_lock lock(guard_);
        changed_.wait(lock, [&] { return !values_.empty(); });
        int value = values_.front();
        values_.pop();
        changed_.notify_all();
        return value;
    }

private:
    std::mutex guard_;
    std::condition_variable changed_;
    std::queue<int> values_;
};

int main() {
    Channel to_a, to_b;
    auto talk = [](Channel& out, Channel& in) {
        out.send(1);
        out.send(2);
        in.receive();
        in.receive();
    };
    std::thread a([&] { talk(to_b, to_a); }), b([&] { talk(to_a, to_b); });
    a.join();
    b.join();
}
