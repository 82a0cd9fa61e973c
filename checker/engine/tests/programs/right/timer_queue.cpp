// expect: passed
// output: early late\n
// A timer thread that waits until the earliest deadline and can be woken for a new one.
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

using Clock = std::chrono::steady_clock;

class Timers {
public:
    void at(Clock::time_point when, std::function<void()> action) {
        std::lock_guard lock(guard_);
        actions_.emplace(when, std::move(action));
        changed_.notify_one();
    }
    void run(int count) {
        std::unique_lock lock(guard_);
        while (count > 0) {
            if (actions_.empty()) {
                changed_.wait(lock);
                continue;
            }
            auto first = actions_.begin();
            if (Clock::now() < first->first) {
                auto until = first->first;
                changed_.wait_until(lock, until);
                continue;
            }
            auto action = std::move(first->second);
            actions_.erase(first);
            lock.unlock();
            action();
            lock.lock();
            --count;
        }
    }

private:
    std::mutex guard_;
    std::condition_variable changed_;
    std::multimap<Clock::time_point, std::function<void()>> actions_;
};

int main() {
    Timers timers;
    std::string text;
    auto now = Clock::now();
    timers.at(now + std::chrono::milliseconds(20), [&] { text += "late"; });
    timers.at(now + std::chrono::milliseconds(10), [&] { text += "early "; });
    std::thread runner([&] { timers.run(2); });
    runner.join();
    std::puts(text.c_str());
}
