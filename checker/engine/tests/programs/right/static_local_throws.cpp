// expect: passed
// output: 1 failure, then 9 9\n
// The initialisation of a static local throws once and is repeated.
#include <atomic>
#include <cstdio>
#include <stdexcept>
#include <thread>

static std::atomic<int> attempts;

static int make() {
    if (++attempts == 1) throw std::runtime_error("not yet");
    return 9;
}

static int value() {
    static int cached = make();
    return cached;
}

int main() {
    int seen[2] = {}, failures[2] = {};
    auto use = [&](int who) {
        while (seen[who] == 0) {
            try {
                seen[who] = value();
            } catch (const std::exception&) {
                ++failures[who];
            }
        }
    };
    std::thread a(use, 0), b(use, 1);
    a.join();
    b.join();
    std::printf("%d failure, then %d %d\n", failures[0] + failures[1], seen[0], seen[1]);
}
