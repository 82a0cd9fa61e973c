// Wrong: no deadlock, but the whole bank does one transfer at a time.
#include "deadlock.hpp"

namespace {
std::mutex bank;
}

void transfer(Account& from, Account& to, int amount) {
    std::lock_guard<std::mutex> lock(bank);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    std::lock_guard<std::mutex> lock(bank);
    return a.balance() + b.balance();
}
