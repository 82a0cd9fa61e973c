// expect: data-race
// A detached thread uses a local of a function that has returned; its place is used again.
#include <cstdio>
#include <latch>
#include <thread>

static std::latch done(1);

static void start() {
    int local = 1;
    std::thread([&local] {
        local += 1;
        done.count_down();
    }).detach();
}

static int other(int depth) {
    int locals[16];
    for (int i = 0; i < 16; ++i) locals[i] = depth;
    return depth == 0 ? locals[3] : other(depth - 1) + locals[5];
}

int main() {
    start();
    int value = other(3);
    done.wait();
    std::printf("%d\n", value);
}
