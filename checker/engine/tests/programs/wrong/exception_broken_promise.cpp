// expect: exception
// A packaged task is destroyed before it ran in some interleavings.
#include <atomic>
#include <cstdio>
#include <future>
#include <thread>

int main() {
    std::atomic<bool> cancelled = false;
    std::packaged_task<int()> task([] { return 1; });
    auto future = task.get_future();
    std::thread worker([&, task = std::move(task)]() mutable {
        if (!cancelled) task();
    });
    cancelled = true;
    worker.join();
    std::printf("%d\n", future.get());
}
