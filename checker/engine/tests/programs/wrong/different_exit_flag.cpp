// expect: nondeterministic
// outputs: handled 0 || handled 1
// The worker stops before it has looked at what is still queued.
#include <atomic>
#include <cstdio>
#include <mutex>
#include <queue>
#include <thread>

int main() {
    std::mutex guard;
    std::queue<int> items;
    std::atomic<bool> stop = false;
    int handled = 0;
    std::thread worker([&] {
        while (!stop) {
            std::lock_guard lock(guard);
            if (items.empty()) continue;
            items.pop();
            ++handled;
        }
    });
    {
        std::lock_guard lock(guard);
        items.push(1);
    }
    stop = true;
    worker.join();
    std::printf("handled %d", handled);
}
