// expect: nondeterministic
// outputs: ready\n || not ready\n
// Whether a future is ready without waiting.
#include <chrono>
#include <cstdio>
#include <future>

int main() {
    auto future = std::async(std::launch::async, [] { return 1; });
    bool ready = future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    std::puts(ready ? "ready" : "not ready");
}
