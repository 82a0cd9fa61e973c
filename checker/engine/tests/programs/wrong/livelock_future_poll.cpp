// expect: livelock
// Polls a future that never becomes ready.
#include <chrono>
#include <future>
#include <thread>

static std::promise<int> promise;

int main() {
    auto future = promise.get_future();
    std::thread poller([&] {
        while (future.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready) {
        }
    });
    poller.join();
}
