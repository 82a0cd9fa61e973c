// expect: data-race
// Only one of two workers is joined before their sum is taken.
#include <cstdio>
#include <thread>

int main() {
    int parts[2] = {};
    std::thread a([&] { parts[0] = 1; }), b([&] { parts[1] = 2; });
    a.join();
    std::printf("%d\n", parts[0] + parts[1] > 0);
    b.join();
}
