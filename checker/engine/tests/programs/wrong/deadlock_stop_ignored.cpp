// expect: deadlock
// A jthread is asked to stop while it waits for a condition that knows nothing of the token.
#include <condition_variable>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable work;
    std::jthread worker([&](std::stop_token token) {
        std::unique_lock lock(guard);
        while (!token.stop_requested()) work.wait(lock);
    });
}
