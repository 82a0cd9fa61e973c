// expect: passed
// output: 3\n
// async with the default policy: whichever way it runs, get gives the result.
#include <cstdio>
#include <future>

int main() {
    auto one = std::async([] { return 1; });
    auto two = std::async([](int n) { return n + 1; }, 1);
    std::printf("%d\n", one.get() + two.get());
}
