// expect: lost-wakeup
// about: a stop callback notifies without the lock
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>
int main() {
    std::mutex m;
    std::condition_variable cv;
    std::jthread worker([&](std::stop_token token) {
        std::stop_callback wake(token, [&] { cv.notify_all(); });
        std::unique_lock l(m);
        cv.wait(l, [&] { return token.stop_requested(); });
    });
}
