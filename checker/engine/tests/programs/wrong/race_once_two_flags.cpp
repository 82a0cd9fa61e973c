// expect: data-race
// The same initialisation behind two once_flags.
#include <cstdio>
#include <mutex>
#include <thread>

static std::once_flag first, second;
static int value;

int main() {
    std::thread a([] { std::call_once(first, [] { value = 1; }); });
    std::thread b([] { std::call_once(second, [] { value = 1; }); });
    a.join();
    b.join();
    std::printf("%d\n", value);
}
