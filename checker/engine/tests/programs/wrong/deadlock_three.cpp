// expect: deadlock
// Three philosophers, each takes the left fork first.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex forks[3];
    auto dine = [&](int who) {
        std::lock_guard left(forks[who]);
        std::lock_guard right(forks[(who + 1) % 3]);
    };
    std::thread a(dine, 0), b(dine, 1), c(dine, 2);
    a.join();
    b.join();
    c.join();
    std::puts("fed");
}
