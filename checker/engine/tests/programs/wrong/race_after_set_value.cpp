// expect: data-race
// The object is changed after the promise has been set.
#include <cstdio>
#include <future>
#include <thread>
#include <vector>

int main() {
    std::vector<int> results(1);
    std::promise<void> promise;
    auto future = promise.get_future();
    std::thread worker([&] {
        results[0] = 1;
        promise.set_value();
        results[0] = 2;
    });
    future.wait();
    std::printf("%d\n", results[0] > 0);
    worker.join();
}
