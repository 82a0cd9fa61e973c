// expect: passed
// output: 1 1 1\n
// call_once: everybody finds the initialisation done.
#include <cstdio>
#include <mutex>
#include <thread>

static std::once_flag once;
static int initialised;

int main() {
    int seen[2] = {};
    auto use = [&](int who) {
        std::call_once(once, [] { ++initialised; });
        seen[who] = initialised;
    };
    std::thread a(use, 0), b(use, 1);
    a.join();
    b.join();
    std::printf("%d %d %d\n", initialised, seen[0], seen[1]);
}
