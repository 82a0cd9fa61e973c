// expect: deadlock
// Two transfers in opposite directions lock in the order of their arguments.
#include <cstdio>
#include <mutex>
#include <thread>

struct Account {
    std::mutex guard;
    int balance = 100;
};

static void transfer(Account& from, Account& to, int amount) {
    std::lock_guard first(from.guard);
    std::lock_guard second(to.guard);
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
