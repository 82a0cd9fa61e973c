// expect: passed
// output: 8\n
// A future of a reference.
#include <cstdio>
#include <future>
#include <thread>

int main() {
    int value = 0;
    std::promise<int&> promise;
    auto future = promise.get_future();
    std::thread worker([&] {
        value = 7;
        promise.set_value(value);
    });
    int& received = future.get();
    ++received;
    worker.join();
    std::printf("%d\n", value);
}
