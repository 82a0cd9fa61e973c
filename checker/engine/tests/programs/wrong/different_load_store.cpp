// expect: nondeterministic
// outputs: 1\n || 2\n
// An increment as an atomic load and an atomic store.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> counter = 0;
    auto work = [&] { counter = counter + 1; };
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::printf("%d\n", counter.load());
}
