// expect: deadlock
// Nobody ever sets the promise, and it stays alive.
#include <future>
#include <thread>

static std::promise<void> promise;

int main() {
    auto future = promise.get_future();
    std::thread waiter([&] { future.get(); });
    waiter.join();
}
