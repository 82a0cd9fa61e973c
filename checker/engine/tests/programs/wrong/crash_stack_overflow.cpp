// expect: signal
// Endless recursion in a thread.
#include <cstdio>
#include <thread>

static int descend(int depth) {
    volatile char frame[4096];
    frame[0] = char(depth);
    return descend(depth + 1) + frame[0];
}

int main() {
    int result = 0;
    std::thread worker([&] { result = descend(0); });
    worker.join();
    std::printf("%d\n", result);
}
