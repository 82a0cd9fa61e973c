// expect: passed
// output: 5\n
// The future of async waits in its destructor.
#include <cstdio>
#include <future>

int main() {
    int value = 0;
    {
        auto future = std::async(std::launch::async, [&] { value = 5; });
    }
    std::printf("%d\n", value);
}
