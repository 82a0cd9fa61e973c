// expect: passed
// output: attempts 2, failures 1\n
// The first call of a call_once throws; another one then does the work.
#include <atomic>
#include <cstdio>
#include <mutex>
#include <stdexcept>
#include <thread>

int main() {
    std::once_flag once;
    std::atomic<int> failures = 0;
    int attempts = 0;
    auto use = [&] {
        try {
            std::call_once(once, [&] {
                if (++attempts == 1) throw std::runtime_error("first");
            });
        } catch (const std::runtime_error&) {
            ++failures;
        }
    };
    std::thread a(use), b(use);
    a.join();
    b.join();
    std::printf("attempts %d, failures %d\n", attempts, failures.load());
}
