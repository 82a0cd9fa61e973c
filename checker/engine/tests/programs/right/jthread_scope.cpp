// expect: passed
// output: 12\n
// jthread joins at the end of its scope.
#include <cstdio>
#include <thread>

int main() {
    int a = 0, b = 0;
    {
        std::jthread first([&a] { a = 5; });
        std::jthread second([&b] { b = 7; });
    }
    std::printf("%d\n", a + b);
}
