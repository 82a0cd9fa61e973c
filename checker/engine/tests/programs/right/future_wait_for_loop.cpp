// expect: passed
// output: ready 21\n
// Polls a future with wait_for until it is ready.
#include <chrono>
#include <cstdio>
#include <future>
#include <thread>

int main() {
    std::promise<int> promise;
    auto future = promise.get_future();
    std::thread worker([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        promise.set_value(21);
    });
    while (future.wait_for(std::chrono::milliseconds(10)) != std::future_status::ready) {
    }
    std::printf("ready %d\n", future.get());
    worker.join();
}
