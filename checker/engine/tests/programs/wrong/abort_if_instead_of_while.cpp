// expect: abort
// if instead of while around the wait: another consumer was faster.
#include <cassert>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <queue>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable filled;
    std::queue<int> items;
    bool closed = false;
    auto consume = [&] {
        std::unique_lock lock(guard);
        if (items.empty() && !closed) filled.wait(lock);
        if (closed && items.empty()) return;
        assert(!items.empty());
        items.pop();
    };
    std::thread a(consume), b(consume);
    {
        std::lock_guard lock(guard);
        items.push(1);
        filled.notify_one();
    }
    {
        std::lock_guard lock(guard);
        closed = true;
        filled.notify_all();
    }
    a.join();
    b.join();
    std::puts("done");
}
