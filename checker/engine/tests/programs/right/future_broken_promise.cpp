// expect: passed
// output: broken promise\n
// A promise that is destroyed without a value, caught by the reader.
#include <cstdio>
#include <future>
#include <thread>

int main() {
    std::future<int> future;
    {
        std::promise<int> promise;
        future = promise.get_future();
        std::thread worker([promise = std::move(promise)] {});
        worker.join();
    }
    try {
        future.get();
    } catch (const std::future_error& error) {
        if (error.code() == std::future_errc::broken_promise) std::puts("broken promise");
    }
}
