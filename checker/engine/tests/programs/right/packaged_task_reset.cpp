// expect: passed
// output: 1 4 9\n
// A packaged task that is reset and run again, and one that is made ready at thread exit.
#include <cstdio>
#include <future>
#include <thread>

int main() {
    std::packaged_task<int(int)> square([](int n) { return n * n; });
    auto first = square.get_future();
    std::thread([&] { square(1); }).join();
    square.reset();
    auto second = square.get_future();
    std::thread([&] { square(2); }).join();
    std::packaged_task<int(int)> last([](int n) { return n * n; });
    auto third = last.get_future();
    std::thread worker([&] { last.make_ready_at_thread_exit(3); });
    int value = third.get();
    worker.join();
    std::printf("%d %d %d\n", first.get(), second.get(), value);
}
