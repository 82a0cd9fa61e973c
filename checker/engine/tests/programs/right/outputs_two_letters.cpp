// expect: passed
// outputs: ab || ba
// Two threads print one letter each.
#include <cstdio>
#include <thread>

int main() {
    std::thread a([] { std::putchar('a'); }), b([] { std::putchar('b'); });
    a.join();
    b.join();
}
