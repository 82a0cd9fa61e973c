// expect: passed
// output: made 1, 7 7\n
// Two threads reach a function's static object at the same time.
#include <cstdio>
#include <thread>

static int made;

struct Service {
    int value;
    Service() : value(7) { ++made; }
};

static Service& service() {
    static Service instance;
    return instance;
}

int main() {
    int a = 0, b = 0;
    std::thread first([&] { a = service().value; });
    std::thread second([&] { b = service().value; });
    first.join();
    second.join();
    std::printf("made %d, %d %d\n", made, a, b);
}
