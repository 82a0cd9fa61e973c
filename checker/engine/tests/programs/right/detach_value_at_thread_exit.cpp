// expect: passed
// output: 7 bye\n
// set_value_at_thread_exit: the value comes after the destructors of the thread's own objects.
#include <cstdio>
#include <future>
#include <string>
#include <thread>

static std::string farewell;

struct Farewell {
    ~Farewell() { farewell = "bye"; }
};

int main() {
    std::promise<int> promise;
    auto future = promise.get_future();
    std::thread worker([promise = std::move(promise)]() mutable {
        thread_local Farewell last;
        (void)last;
        promise.set_value_at_thread_exit(7);
    });
    worker.detach();
    int value = future.get();
    std::printf("%d %s\n", value, farewell.c_str());
}
