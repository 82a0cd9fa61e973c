// Wrong: locks the account that could run out of money, and adds to the other one without its lock.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    std::lock_guard<std::mutex> lock(from.mutex);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    std::scoped_lock both(a.mutex, b.mutex);
    return a.balance() + b.balance();
}
