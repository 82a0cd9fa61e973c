// expect: nondeterministic
// outputs: 2\n || 3\n || 4\n || 5\n || 6\n
// Three increments each, as an atomic load and an atomic store: two may be all that is left.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> counter = 0;
    auto work = [&] {
        for (int i = 0; i < 3; ++i) counter.store(counter.load() + 1);
    };
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::printf("%d\n", counter.load());
}
