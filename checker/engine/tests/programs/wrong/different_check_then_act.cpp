// expect: nondeterministic
// outputs: balance 0\n || balance -10\n
// The balance is tested and then changed, both atomically.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> balance = 10;
    auto withdraw = [&] {
        if (balance >= 10) balance -= 10;
    };
    std::thread a(withdraw), b(withdraw);
    a.join();
    b.join();
    std::printf("balance %d\n", balance.load());
}
