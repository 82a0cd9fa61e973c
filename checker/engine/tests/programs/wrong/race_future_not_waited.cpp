// expect: data-race
// wait_for is called once and its answer ignored.
#include <chrono>
#include <cstdio>
#include <future>

int main() {
    int value = 0;
    auto future = std::async(std::launch::async, [&] { value = 1; });
    future.wait_for(std::chrono::seconds(1));
    std::printf("%d\n", value >= 0);
}
