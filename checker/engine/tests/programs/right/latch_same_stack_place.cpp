// expect: passed
// output: 1 2 3\n
// Latches of successive calls that may share one place on the stack.
#include <cstdio>
#include <latch>
#include <thread>

static int once(int value) {
    std::latch done(1);
    int result = 0;
    std::jthread worker([&] {
        result = value;
        done.count_down();
    });
    done.wait();
    return result;
}

int main() {
    int a = once(1), b = once(2), c = once(3);
    std::printf("%d %d %d\n", a, b, c);
}
