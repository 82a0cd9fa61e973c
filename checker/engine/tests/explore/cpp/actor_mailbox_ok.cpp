// expect: passed
// output: 6\n
// budget: 2000
// about: an actor with a mailbox takes numbers until it gets a zero
#include <condition_variable>
#include <deque>
#include <iostream>
#include <mutex>
#include <thread>
class Mailbox {
public:
    void put(int letter) {
        std::lock_guard lock(mutex_);
        letters_.push_back(letter);
        came_.notify_one();
    }
    int take() {
        std::unique_lock lock(mutex_);
        came_.wait(lock, [this] { return !letters_.empty(); });
        const int letter = letters_.front();
        letters_.pop_front();
        return letter;
    }

private:
    std::mutex mutex_;
    std::condition_variable came_;
    std::deque<int> letters_;
};
int main() {
    Mailbox mailbox;
    int sum = 0;
    std::thread actor([&] {
        while (const int letter = mailbox.take()) sum += letter;
    });
    for (const int letter : {1, 2, 3, 0}) mailbox.put(letter);
    actor.join();
    std::cout << sum << '\n';
}
