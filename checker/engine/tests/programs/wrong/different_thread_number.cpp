// expect: nondeterministic
// outputs: 1 2 || 2 1
// Numbers are given out by an atomic counter in the order of arrival.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> next = 1;
    int mine[2] = {};
    auto work = [&](int me) { mine[me] = next++; };
    std::thread a(work, 0), b(work, 1);
    a.join();
    b.join();
    std::printf("%d %d", mine[0], mine[1]);
}
