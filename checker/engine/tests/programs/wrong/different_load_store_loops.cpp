// expect: nondeterministic
// outputs: 2\n || 3\n || 4\n
// Two increments each, as an atomic load and an atomic store.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> counter = 0;
    auto work = [&] {
        for (int i = 0; i < 2; ++i) counter = counter + 1;
    };
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::printf("%d\n", counter.load());
}
