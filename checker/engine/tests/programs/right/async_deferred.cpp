// expect: passed
// output: deferred, 6 by the caller\n
// A deferred task runs in the thread that asks for the result.
#include <chrono>
#include <cstdio>
#include <future>
#include <thread>

int main() {
    auto future = std::async(std::launch::deferred, [] { return std::this_thread::get_id(); });
    auto status = future.wait_for(std::chrono::seconds(0));
    int value = 0;
    std::thread::id ran_in;
    std::thread asker([&] {
        ran_in = future.get();
        value = ran_in == std::this_thread::get_id() ? 6 : 0;
    });
    asker.join();
    if (status == std::future_status::deferred) std::printf("deferred, %d by the caller\n", value);
}
