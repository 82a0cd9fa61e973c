// expect: data-race
// Two neighbouring bit-fields are written by different threads.
#include <cstdio>
#include <thread>

struct Flags {
    unsigned left : 4;
    unsigned right : 4;
};

int main() {
    Flags flags{};
    std::thread a([&] { flags.left = 1; }), b([&] { flags.right = 2; });
    a.join();
    b.join();
    std::printf("%u %u\n", flags.left, flags.right);
}
