// expect: abort
// An assertion that fails in some interleavings.
#include <atomic>
#include <cassert>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> balance = 10;
    auto withdraw = [&](int amount) {
        if (balance >= amount) balance -= amount;
        assert(balance >= 0);
    };
    std::thread a(withdraw, 7), b(withdraw, 7);
    a.join();
    b.join();
    std::puts("done");
}
