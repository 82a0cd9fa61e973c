// expect: passed
// output: 5 6\n
// Bit-fields that a zero-width one puts into different memory locations.
#include <cstdio>
#include <thread>

struct Flags {
    unsigned char left : 4;
    unsigned char : 0;
    unsigned char right : 4;
};

int main() {
    Flags flags{};
    std::thread a([&] { flags.left = 5; });
    std::thread b([&] { flags.right = 6; });
    a.join();
    b.join();
    std::printf("%d %d\n", flags.left, flags.right);
}
