// expect: passed
// output: 1 + 20 = 21\n
// std::function objects travel through a locked queue.
#include <cstdio>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>

int main() {
    std::mutex guard;
    std::queue<std::function<int(int)>> tasks;
    tasks.push([](int n) { return n + 1; });
    tasks.push([factor = 20](int n) { return factor + n; });
    int results[2] = {};
    auto work = [&](int who) {
        std::function<int(int)> task;
        {
            std::lock_guard lock(guard);
            task = std::move(tasks.front());
            tasks.pop();
        }
        results[who] = task(0);
    };
    std::thread a(work, 0), b(work, 1);
    a.join();
    b.join();
    std::printf("1 + 20 = %d\n", results[0] + results[1]);
}
