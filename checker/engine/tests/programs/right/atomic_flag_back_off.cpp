// expect: passed
// output: 2\n
// Two flags as locks in opposite order: who finds the second one set clears the first and begins anew.
#include <atomic>
#include <cstdio>
#include <thread>

std::atomic_flag one, two;

void set_both(std::atomic_flag& first, std::atomic_flag& second) {
    for (;;) {
        while (first.test_and_set()) {
        }
        if (!second.test_and_set()) return;
        first.clear();
    }
}

int main() {
    int done = 0;
    const auto work = [&](std::atomic_flag& first, std::atomic_flag& second) {
        set_both(first, second);
        ++done;
        first.clear();
        second.clear();
    };
    std::thread a([&] { work(one, two); });
    std::thread b([&] { work(two, one); });
    a.join();
    b.join();
    std::printf("%d\n", done);
}
