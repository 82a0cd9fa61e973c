// expect: deadlock
// about: a stop callback takes the lock under which it is removed
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
int main() {
    std::stop_source source;
    std::mutex m;
    std::thread worker([&, token = source.get_token()] {
        auto call = [&] { std::lock_guard g(m); };
        std::optional<std::stop_callback<decltype(call)>> callback;
        callback.emplace(token, call);
        std::lock_guard g(m);
        callback.reset();
    });
    source.request_stop();
    worker.join();
}
