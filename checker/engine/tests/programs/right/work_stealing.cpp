// expect: passed
// output: 4 tasks, sum 10\n
// Each worker takes from the back of its own deque and steals from the front of the other.
#include <atomic>
#include <cstdio>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

class Deque {
public:
    void push(int task) {
        std::lock_guard lock(guard_);
        tasks_.push_back(task);
    }
    std::optional<int> take(bool own) {
        std::lock_guard lock(guard_);
        if (tasks_.empty()) return std::nullopt;
        int task = own ? tasks_.back() : tasks_.front();
        own ? tasks_.pop_back() : tasks_.pop_front();
        return task;
    }

private:
    std::mutex guard_;
    std::deque<int> tasks_;
};

int main() {
    Deque deques[2];
    std::atomic<int> done = 0, sum = 0;
    for (int task = 1; task <= 4; ++task) deques[0].push(task);
    auto work = [&](int me) {
        for (;;) {
            auto task = deques[me].take(true);
            if (!task) task = deques[1 - me].take(false);
            if (!task) return;
            sum += *task;
            ++done;
        }
    };
    std::thread a(work, 0), b(work, 1);
    a.join();
    b.join();
    std::printf("%d tasks, sum %d\n", done.load(), sum.load());
}
