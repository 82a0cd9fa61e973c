// expect: passed
// outputs: a || b
// Whoever comes first runs the initialisation.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::once_flag once;
    auto run = [&](char me) { std::call_once(once, [&] { std::putchar(me); }); };
    std::thread a(run, 'a'), b(run, 'b');
    a.join();
    b.join();
}
