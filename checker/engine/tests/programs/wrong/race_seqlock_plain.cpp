// expect: data-race
// A sequence lock over plain data.
#include <atomic>
#include <cstdio>
#include <thread>

static std::atomic<unsigned> sequence;
static int data;

int main() {
    std::thread writer([] {
        ++sequence;
        data = 1;
        ++sequence;
    });
    unsigned before, after;
    int seen;
    do {
        before = sequence;
        seen = data;
        after = sequence;
    } while (before != after || before % 2 != 0);
    writer.join();
    std::printf("%d\n", seen <= 1);
}
