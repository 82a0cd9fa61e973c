// expect: data-race
// The chunks of two threads overlap by one element.
#include <cstdio>
#include <thread>

int main() {
    int cells[4] = {};
    auto fill = [&](int from, int to) {
        for (int i = from; i <= to; ++i) cells[i] = i;
    };
    std::thread a(fill, 0, 2), b(fill, 2, 3);
    a.join();
    b.join();
    std::printf("%d\n", cells[0] + cells[1] + cells[2] + cells[3]);
}
