// expect: passed
// output: total 6\n
// Two actors with mailboxes that only exchange messages.
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <variant>

struct Add {
    int amount;
};
struct Stop {};
using Message = std::variant<Add, Stop>;

class Mailbox {
public:
    void send(Message message) {
        {
            std::lock_guard lock(guard_);
            messages_.push_back(std::move(message));
        }
        arrived_.notify_one();
    }
    Message receive() {
        std::unique_lock lock(guard_);
        arrived_.wait(lock, [&] { return !messages_.empty(); });
        Message message = std::move(messages_.front());
        messages_.pop_front();
        return message;
    }

private:
    std::mutex guard_;
    std::condition_variable arrived_;
    std::deque<Message> messages_;
};

int main() {
    Mailbox adder, forwarder;
    int total = 0;
    std::thread add([&] {
        for (;;) {
            Message message = adder.receive();
            if (std::holds_alternative<Stop>(message)) return;
            total += std::get<Add>(message).amount;
        }
    });
    std::thread forward([&] {
        for (;;) {
            Message message = forwarder.receive();
            bool last = std::holds_alternative<Stop>(message);
            adder.send(message);
            if (last) return;
        }
    });
    adder.send(Add{1});
    forwarder.send(Add{2});
    forwarder.send(Add{3});
    forwarder.send(Stop{});
    forward.join();
    add.join();
    std::printf("total %d\n", total);
}
