// expect: passed
// output: 42\n
// A detached thread hands its result over through a future.
#include <cstdio>
#include <future>
#include <thread>

int main() {
    std::promise<int> promise;
    std::future<int> future = promise.get_future();
    std::thread([promise = std::move(promise)]() mutable { promise.set_value(42); }).detach();
    std::printf("%d\n", future.get());
}
