// expect: exception
// get() is called twice on one future.
#include <cstdio>
#include <future>

int main() {
    auto future = std::async(std::launch::async, [] { return 1; });
    int first = future.get();
    std::printf("%d\n", first + future.get());
}
