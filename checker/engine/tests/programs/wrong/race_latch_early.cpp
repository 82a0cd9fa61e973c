// expect: data-race
// The latch is counted down before the result is written.
#include <cstdio>
#include <latch>
#include <thread>

int main() {
    std::latch done(2);
    int results[2] = {};
    auto work = [&](int me) {
        done.count_down();
        results[me] = me;
    };
    std::jthread a(work, 0), b(work, 1);
    done.wait();
    std::printf("%d\n", results[0] + results[1] >= 0);
}
