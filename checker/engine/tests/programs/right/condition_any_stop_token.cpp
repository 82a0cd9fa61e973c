// expect: passed
// output: stopped, handled 1\n
// condition_variable_any with a stop token ends an idle worker.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <stop_token>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable_any work;
    int pending = 0, handled = 0;
    std::jthread worker([&](std::stop_token token) {
        std::unique_lock lock(guard);
        for (;;) {
            bool more = work.wait(lock, token, [&] { return pending > 0; });
            if (!more) break;
            --pending;
            ++handled;
        }
    });
    {
        std::lock_guard lock(guard);
        ++pending;
    }
    work.notify_one();
    worker.request_stop();
    worker.join();
    std::printf("stopped, handled %d\n", handled);
}
