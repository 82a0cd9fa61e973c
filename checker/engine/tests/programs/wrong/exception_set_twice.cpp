// expect: exception
// Two threads set one promise and nobody catches.
#include <cstdio>
#include <future>
#include <thread>

int main() {
    std::promise<int> promise;
    auto future = promise.get_future();
    std::thread a([&] { promise.set_value(1); }), b([&] { promise.set_value(2); });
    a.join();
    b.join();
    std::printf("%d\n", future.get());
}
