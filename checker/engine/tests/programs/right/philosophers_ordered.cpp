// expect: passed
// output: 3 meals\n
// Three dining philosophers; the last one reaches for the other fork first.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex forks[3];
    int meals[3] = {};
    auto dine = [&](int who) {
        int left = who, right = (who + 1) % 3;
        std::lock_guard first(forks[left < right ? left : right]);
        std::lock_guard second(forks[left < right ? right : left]);
        ++meals[who];
    };
    std::thread a(dine, 0), b(dine, 1), c(dine, 2);
    a.join();
    b.join();
    c.join();
    std::printf("%d meals\n", meals[0] + meals[1] + meals[2]);
}
