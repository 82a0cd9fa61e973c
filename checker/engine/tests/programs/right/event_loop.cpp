// expect: passed
// output: a, a stop\n
// An event loop that runs posted functions until one of them stops it.
#include <condition_variable>
#include <cstdio>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

class EventLoop {
public:
    void post(std::function<void()> event) {
        std::lock_guard lock(guard_);
        events_.push_back(std::move(event));
        posted_.notify_one();
    }
    void stop() {
        post([this] { running_ = false; });
    }
    void run() {
        while (running_) {
            std::vector<std::function<void()>> batch;
            {
                std::unique_lock lock(guard_);
                posted_.wait(lock, [&] { return !events_.empty(); });
                batch.swap(events_);
            }
            for (auto& event : batch) event();
        }
    }

private:
    std::mutex guard_;
    std::condition_variable posted_;
    std::vector<std::function<void()>> events_;
    bool running_ = true;
};

int main() {
    EventLoop loop;
    std::string text;
    std::thread runner([&] { loop.run(); });
    std::thread poster([&] { loop.post([&] { text += "a, "; }); });
    poster.join();
    loop.post([&] { text += "a stop"; });
    loop.stop();
    runner.join();
    std::puts(text.c_str());
}
