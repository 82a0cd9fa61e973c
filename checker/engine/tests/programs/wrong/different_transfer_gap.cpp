// expect: nondeterministic
// outputs: total 200\n || total 170\n
// Between withdrawal and deposit the money is nowhere.
#include <cstdio>
#include <mutex>
#include <thread>

struct Account {
    std::mutex guard;
    int balance = 100;
    int get() {
        std::lock_guard lock(guard);
        return balance;
    }
    void add(int amount) {
        std::lock_guard lock(guard);
        balance += amount;
    }
};

int main() {
    Account a, b;
    std::thread mover([&] {
        a.add(-30);
        b.add(30);
    });
    int of_b = b.get();
    int of_a = a.get();
    mover.join();
    int total = of_a + of_b;
    std::printf("total %d\n", total);
}
