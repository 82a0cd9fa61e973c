// expect: passed
// output: 3\n
// budget: 3000
// about: a pool with a queue; it stops when the queue is empty
#include <condition_variable>
#include <functional>
#include <iostream>
#include <mutex>
#include <queue>
#include <thread>
std::mutex mutex;
std::condition_variable wake;
std::queue<int> tasks;
bool stop = false;
int sum = 0;
void work() {
    std::unique_lock lock(mutex);
    for (;;) {
        wake.wait(lock, [] { return stop || !tasks.empty(); });
        if (tasks.empty()) return;
        sum += tasks.front();
        tasks.pop();
    }
}
int main() {
    std::thread a(work), b(work);
    for (int i = 1; i <= 2; ++i) {
        std::lock_guard lock(mutex);
        tasks.push(i);
        wake.notify_one();
    }
    {
        std::lock_guard lock(mutex);
        stop = true;
    }
    wake.notify_all();
    a.join();
    b.join();
    std::cout << sum << '\n';
}
