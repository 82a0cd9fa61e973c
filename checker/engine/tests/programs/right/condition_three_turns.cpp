// expect: passed
// output: abc\n
// Three threads in a fixed order; notify_all, as each waits for another turn.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

int main() {
    std::mutex guard;
    std::condition_variable changed;
    int turn = 0;
    std::vector<std::thread> threads;
    for (int i = 2; i >= 0; --i)
        threads.emplace_back([&, i] {
            std::unique_lock lock(guard);
            changed.wait(lock, [&] { return turn == i; });
            std::putchar('a' + i);
            ++turn;
            changed.notify_all();
        });
    for (auto& thread : threads) thread.join();
    std::putchar('\n');
}
