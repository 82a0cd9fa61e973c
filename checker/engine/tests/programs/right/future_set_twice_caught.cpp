// expect: passed
// output: 1 winner\n
// Two threads race to set one promise; the loser's exception is caught.
#include <atomic>
#include <cstdio>
#include <future>
#include <thread>

int main() {
    std::promise<int> promise;
    auto future = promise.get_future();
    std::atomic<int> winners = 0;
    auto offer = [&](int value) {
        try {
            promise.set_value(value);
            ++winners;
        } catch (const std::future_error&) {
        }
    };
    std::thread a(offer, 1), b(offer, 2);
    a.join();
    b.join();
    int value = future.get();
    if (value == 1 || value == 2) std::printf("%d winner\n", winners.load());
}
