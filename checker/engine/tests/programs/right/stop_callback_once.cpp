// expect: passed
// output: called 1\n
// A stop callback that is registered while a stop is requested is called exactly once.
#include <atomic>
#include <cstdio>
#include <stop_token>
#include <thread>

int main() {
    std::stop_source source;
    std::atomic<int> called = 0;
    std::thread asker([&] { source.request_stop(); });
    std::thread listener([&, token = source.get_token()] {
        std::stop_callback callback(token, [&] { ++called; });
        while (!token.stop_requested()) std::this_thread::yield();
    });
    asker.join();
    listener.join();
    std::printf("called %d\n", called.load());
}
