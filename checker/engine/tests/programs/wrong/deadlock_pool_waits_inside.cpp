// expect: deadlock
// The only worker of a pool waits for a task that is behind it in the queue.
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable changed;
    std::deque<std::function<void()>> tasks;
    auto submit = [&](std::function<void()> task) {
        std::lock_guard lock(guard);
        tasks.push_back(std::move(task));
        changed.notify_one();
    };
    std::promise<void> inner;
    std::thread worker([&] {
        for (int i = 0; i < 2; ++i) {
            std::function<void()> task;
            {
                std::unique_lock lock(guard);
                changed.wait(lock, [&] { return !tasks.empty(); });
                task = std::move(tasks.front());
                tasks.pop_front();
            }
            task();
        }
    });
    submit([&] {
        submit([&] { inner.set_value(); });
        inner.get_future().wait();
    });
    worker.join();
}
