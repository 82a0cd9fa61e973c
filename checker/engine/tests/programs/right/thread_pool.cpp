// expect: passed
// output: 1 4 9\n
// A pool of two threads with packaged tasks; the destructor finishes what is queued.
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

class ThreadPool {
public:
    explicit ThreadPool(int size) {
        for (int i = 0; i < size; ++i) workers_.emplace_back([this] { work(); });
    }
    ~ThreadPool() {
        {
            std::lock_guard lock(guard_);
            closed_ = true;
        }
        changed_.notify_all();
        for (auto& worker : workers_) worker.join();
    }
    template <class F>
    auto submit(F function) {
        auto task = std::make_shared<std::packaged_task<decltype(function())()>>(std::move(function));
        auto result = task->get_future();
        {
            std::lock_guard lock(guard_);
            tasks_.push_back([task] { (*task)(); });
        }
        changed_.notify_one();
        return result;
    }

private:
    void work() {
        for (;;) {
            std::function<void()> task;
            {
                std::unique_lock lock(guard_);
                changed_.wait(lock, [&] { return closed_ || !tasks_.empty(); });
                if (tasks_.empty()) return;
                task = std::move(tasks_.front());
                tasks_.pop_front();
            }
            task();
        }
    }
    std::mutex guard_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> tasks_;
    std::vector<std::thread> workers_;
    bool closed_ = false;
};

int main() {
    ThreadPool pool(2);
    auto a = pool.submit([] { return 1; });
    auto b = pool.submit([] { return 4; });
    auto c = pool.submit([] { return 9; });
    int x = a.get(), y = b.get(), z = c.get();
    std::printf("%d %d %d\n", x, y, z);
}
