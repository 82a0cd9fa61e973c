// expect: data-race
// A plain bool as a flag between threads.
#include <cstdio>
#include <thread>

static bool ready;
static int value;

int main() {
    std::thread setter([] {
        value = 1;
        ready = true;
    });
    while (!ready) std::this_thread::yield();
    std::printf("%d\n", value);
    setter.join();
}
