// expect: passed
// output: 200\n
// Locks are taken in the order of their addresses; a transfer to itself locks once.
#include <cstdio>
#include <functional>
#include <mutex>
#include <thread>

struct Account {
    std::mutex guard;
    int balance = 100;
};

static void transfer(Account& from, Account& to, int amount) {
    if (&from == &to) return;
    bool from_first = std::less<Account*>()(&from, &to);
    std::lock_guard outer(from_first ? from.guard : to.guard);
    std::lock_guard inner(from_first ? to.guard : from.guard);
    from.balance -= amount;
    to.balance += amount;
}

int main() {
    Account a, b;
    std::thread there([&] { transfer(a, b, 30); });
    std::thread back([&] { transfer(b, a, 10); });
    std::thread self([&] { transfer(a, a, 5); });
    there.join();
    back.join();
    self.join();
    std::printf("%d\n", a.balance + b.balance);
}
