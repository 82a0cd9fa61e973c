// expect: data-race
// A pointer is lazily initialised without any protection.
#include <cstdio>
#include <thread>

static int* instance;

static int get() {
    if (!instance) instance = new int(3);
    return *instance;
}

int main() {
    int x = 0, y = 0;
    std::thread a([&] { x = get(); }), b([&] { y = get(); });
    a.join();
    b.join();
    std::printf("%d\n", x + y);
}
