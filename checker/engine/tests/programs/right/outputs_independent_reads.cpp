// expect: passed
// outputs: 0000 || 0001 || 0010 || 0011 || 0100 || 0101 || 0110 || 0111
// outputs: 1000 || 1001 || 1011 || 1100 || 1101 || 1110 || 1111
// Two writers and two readers that read in opposite orders (IRIW).
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> x = 0, y = 0;
    int a = 0, b = 0, c = 0, d = 0;
    std::thread write_x([&] { x = 1; });
    std::thread write_y([&] { y = 1; });
    std::thread read_xy([&] {
        a = x;
        b = y;
    });
    std::thread read_yx([&] {
        c = y;
        d = x;
    });
    write_x.join();
    write_y.join();
    read_xy.join();
    read_yx.join();
    std::printf("%d%d%d%d", a, b, c, d);
}
