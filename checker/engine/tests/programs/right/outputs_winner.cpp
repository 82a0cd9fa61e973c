// expect: passed
// outputs: 1 then 1 || 2 then 2
// Compare-exchange from zero: the first one wins and stays.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> owner = 0, wins = 0;
    auto claim = [&](int me) {
        int nobody = 0;
        if (owner.compare_exchange_strong(nobody, me)) wins = me;
    };
    std::thread a(claim, 1), b(claim, 2);
    a.join();
    b.join();
    std::printf("%d then %d", owner.load(), wins.load());
}
