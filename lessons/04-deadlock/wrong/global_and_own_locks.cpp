// Wrong: holds a lock for the whole bank until the money has arrived, so the accounts' own locks are of no use.
#include "deadlock.hpp"

namespace {
std::mutex bank;
}

void transfer(Account& from, Account& to, int amount) {
    if (&from == &to) {
        return;
    }
    std::lock_guard<std::mutex> lock_bank(bank);
    std::lock_guard<std::mutex> lock_from(from.mutex);
    std::lock_guard<std::mutex> lock_to(to.mutex);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    std::lock_guard<std::mutex> lock_bank(bank);
    std::lock_guard<std::mutex> lock_a(a.mutex);
    std::lock_guard<std::mutex> lock_b(b.mutex);
    return a.balance() + b.balance();
}
