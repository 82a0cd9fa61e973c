// expect: passed
// output: 500 500\n
// Recursion of some depth, with a big frame, in two threads.
#include <cstdio>
#include <thread>

static int descend(int depth) {
    volatile char frame[1024];
    frame[0] = 1;
    return depth == 0 ? 0 : frame[0] + descend(depth - 1);
}

int main() {
    int a = 0, b = 0;
    std::thread one([&] { a = descend(500); });
    std::thread two([&] { b = descend(500); });
    one.join();
    two.join();
    std::printf("%d %d\n", a, b);
}
