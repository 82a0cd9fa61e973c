// expect: data-race
// One random engine for two threads.
#include <cstdio>
#include <random>
#include <thread>

static std::minstd_rand engine;

int main() {
    unsigned a = 0, b = 0;
    std::thread one([&] { a = unsigned(engine()); }), two([&] { b = unsigned(engine()); });
    one.join();
    two.join();
    std::printf("%d\n", a > 0 && b > 0);
}
