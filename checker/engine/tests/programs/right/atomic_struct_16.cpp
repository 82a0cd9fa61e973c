// expect: passed
// output: consistent 2 -2\n
// flags: -latomic
// An atomic structure of 16 bytes with compare-exchange.
#include <atomic>
#include <cstdio>
#include <thread>

struct Pair {
    long up, down;
};

int main() {
    std::atomic<Pair> pair = Pair{0, 0};
    std::atomic<bool> torn = false;
    auto step = [&] {
        Pair seen = pair.load();
        for (;;) {
            if (seen.up != -seen.down) torn = true;
            if (pair.compare_exchange_weak(seen, Pair{seen.up + 1, seen.down - 1})) break;
        }
    };
    std::thread a(step), b(step);
    a.join();
    b.join();
    Pair end = pair;
    if (!torn) std::printf("consistent %ld %ld\n", end.up, end.down);
}
