// expect: passed
// output: 200\n
// Two transfers in opposite directions with scoped_lock.
#include <cstdio>
#include <mutex>
#include <thread>

struct Account {
    std::mutex guard;
    int balance = 100;
};

static void transfer(Account& from, Account& to, int amount) {
    std::scoped_lock lock(from.guard, to.guard);
    from.balance -= amount;
    to.balance += amount;
}

int main() {
    Account a, b;
    std::thread there([&] { transfer(a, b, 30); });
    std::thread back([&] { transfer(b, a, 10); });
    there.join();
    back.join();
    std::printf("%d\n", a.balance + b.balance);
}
