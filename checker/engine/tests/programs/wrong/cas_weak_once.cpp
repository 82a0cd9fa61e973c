// expect: nondeterministic
// outputs: 2\n || 1\n
// A weak compare-exchange may fail although nobody came in between: without a loop an increment is lost.
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

std::atomic<int> value{0};
std::mutex mutex;

void add_one() {
    std::lock_guard guard(mutex);
    int seen = value.load();
    value.compare_exchange_weak(seen, seen + 1);
}

int main() {
    std::thread first(add_one), second(add_one);
    first.join();
    second.join();
    std::printf("%d\n", value.load());
}
