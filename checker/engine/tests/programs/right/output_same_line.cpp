// expect: passed
// output: tick\ntick\ntick\n
// The same whole line from three threads by cout, puts and printf.
#include <cstdio>
#include <iostream>
#include <thread>

int main() {
    std::thread a([] { std::cout << "tick\n"; });
    std::thread b([] { std::puts("tick"); });
    std::thread c([] { std::printf("%s\n", "tick"); });
    a.join();
    b.join();
    c.join();
}
